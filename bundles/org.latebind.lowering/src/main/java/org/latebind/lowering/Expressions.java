package org.latebind.lowering;

import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Rvalue.ArithmeticOperator;
import org.latebind.typed.api.Type;

/**
 * Evaluates expressions.
 *
 * <p>{@link #scalar} gives an LLVM value, {@link #into} puts a struct or union into memory, {@link
 * #discard} evaluates for side effects, {@link #branch} jumps on a condition.
 */
final class Expressions {
    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;
    private final boolean noFloating;

    Expressions(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
        this.noFloating = fn.unit().settings().codegen().isForKernel();
    }

    Operand scalar(Rvalue value) {
        refuseInKernels(value.type(), value.at());
        return switch (value) {
            case Rvalue.IntegerConstant c -> integerConstant(c);
            case Rvalue.FloatingConstant c -> {
                var type = types.value(c.type());
                yield new Operand(type, FloatText.of(type, c.value()));
            }
            case Rvalue.Load load -> fn.places().load(fn.places().of(load.source()));
            case Rvalue.AddressOf address -> fn.places().memory(address.object()).pointer();
            case Rvalue.ArrayDecay decay -> fn.places().memory(decay.array()).pointer();
            case Rvalue.LabelAddress address -> new Operand("ptr", fn.labels().address(address.label()));
            case Rvalue.Convert convert -> convert(convert);
            case Rvalue.Splat splat -> splat(scalar(splat.element()), types.value(splat.type()));
            case Rvalue.Negate negate -> negate(negate);
            case Rvalue.Complement complement -> {
                var operand = scalar(complement.operand());
                yield out.integer("xor", operand, each(complement.type(), -1));
            }
            case Rvalue.Not not -> out.resize(out.not(condition(not.operand())), bits(not.type()), false);
            case Rvalue.Arithmetic a -> {
                var left = scalar(a.left());
                var right = scalar(a.right());
                yield arithmetic(a.operator(), left, a.left().type(), right, a.at());
            }
            case Rvalue.PointerOffset offset -> {
                var pointer = scalar(offset.pointer());
                yield offset(pointer, target(offset.type()), scalar(offset.index()), offset.index().type(),
                        offset.subtract());
            }
            case Rvalue.PointerDifference difference -> difference(difference);
            case Rvalue.Compare compare when IrTypes.isVector(compare.type()) ->
                out.cast("sext", compare(compare), types.value(compare.type()));
            case Rvalue.Compare compare -> out.resize(compare(compare), bits(compare.type()), false);
            case Rvalue.Logical logical -> out.resize(condition(logical), bits(logical.type()), false);
            case Rvalue.Conditional conditional -> conditional(conditional);
            case Rvalue.Bind bind -> {
                bind(bind);
                yield scalar(bind.body());
            }
            case Rvalue.Assign assign -> {
                var place = fn.places().of(assign.target());
                yield fn.places().store(place, scalar(assign.value()));
            }
            case Rvalue.CompoundAssign assign -> compoundAssign(assign);
            case Rvalue.Increment increment -> increment(increment);
            case Rvalue.Comma comma -> {
                discard(comma.left());
                yield scalar(comma.right());
            }
            case Rvalue.Call call -> fn.calls().scalar(call);
            case Rvalue.Builtin builtin -> fn.builtins().lower(builtin);
            case Rvalue.StatementExpression statement -> fn.statements().expression(statement, () ->
                    scalar(statement.value().orElseThrow(
                            () -> Refusal.unsupported(statement.at(), "a statement expression without a value here"))));
            case Rvalue.VaArg arg -> fn.places().load(fn.calls().vaArg(arg));
            case Rvalue.SizeOf size -> Operand.integer(bits(size.type()), types.size(size.operand()));
            case Rvalue.AlignOf align -> Operand.integer(bits(align.type()), types.layouts().alignOf(align.operand()));
            case Rvalue.OffsetOf offset ->
                Operand.integer(bits(offset.type()), types.layouts().member(offset.path()).byteOffset().bytes());
        };
    }

    /** Kernels keep floating point and vector registers for user space. */
    void refuseInKernels(Type type, Position at) {
        if (noFloating && (IrTypes.isFloating(type) || IrTypes.isVector(type))) {
            throw Refusal.unsupported(at, IrTypes.isVector(type) ? "a vector in a kernel" : "floating point in a kernel");
        }
    }

    private Operand splat(Operand element, String vector) {
        if (element.isConstantInteger()) {
            return new Operand(vector, "splat (" + element.typed() + ")");
        }
        var first = out.value(vector, "insertelement " + vector + " poison, " + element.typed() + ", i32 0");
        var places = vector.substring(0, vector.indexOf(" x ")) + " x i32> zeroinitializer";
        return out.value(vector, "shufflevector " + first.typed() + ", " + vector + " poison, " + places);
    }

    /** The integer, or a vector of it. */
    private Operand each(Type type, long value) {
        return type instanceof Type.Vector v
                ? splat(Operand.integer(bits(v.element()), value), types.value(type))
                : Operand.integer(bits(type), value);
    }

    private int bits(Type type) {
        return new Operand(types.value(type), "").bits();
    }

    private Operand integerConstant(Rvalue.IntegerConstant constant) {
        var type = types.value(constant.type());
        if (type.startsWith("ptr")) {
            var address = Operand.integer(types.pointerBits(), constant.value());
            return address.isZero() ? new Operand(type, "null") : out.cast("inttoptr", address, type);
        }
        return Operand.integer(new Operand(type, "").bits(), constant.value());
    }

    private Operand convert(Rvalue.Convert convert) {
        var from = convert.operand().type();
        if (types.isVoid(convert.type())) {
            discard(convert.operand());
            return Operand.VOID;
        }
        if (convert.type() instanceof Type.Bool) {
            return condition(convert.operand());
        }
        return fn.conversions().convert(scalar(convert.operand()), from, convert.type(), convert.at());
    }

    private Operand negate(Rvalue.Negate negate) {
        var operand = scalar(negate.operand());
        return !IrTypes.isFloating(negate.type())
                ? out.integer("sub", each(negate.type(), 0), operand)
                : out.value(operand.type(), "fneg " + operand.typed());
    }

    /** {@code left operator right}; both have the type of {@code left}, but a shift count its own. */
    Operand arithmetic(ArithmeticOperator operator, Operand left, Type type, Operand right, Position at) {
        if (IrTypes.isFloating(type)) {
            var operation = switch (operator) {
                case MULTIPLY -> "fmul";
                case DIVIDE -> "fdiv";
                case ADD -> "fadd";
                case SUBTRACT -> "fsub";
                default -> throw Refusal.unsupported(at, "this operator on floating values");
            };
            return out.value(left.type(), operation + " " + left.typed() + ", " + right.text());
        }
        boolean signed = types.isSigned(type);
        return switch (operator) {
            case MULTIPLY -> out.integer("mul", left, right);
            case DIVIDE -> out.integer(signed ? "sdiv" : "udiv", left, right);
            case REMAINDER -> out.integer(signed ? "srem" : "urem", left, right);
            case ADD -> out.integer("add", left, right);
            case SUBTRACT -> out.integer("sub", left, right);
            case BIT_AND -> out.integer("and", left, right);
            case BIT_XOR -> out.integer("xor", left, right);
            case BIT_OR -> out.integer("or", left, right);
            case SHIFT_LEFT, SHIFT_RIGHT -> {
                var operation = operator == ArithmeticOperator.SHIFT_LEFT ? "shl" : signed ? "ashr" : "lshr";
                yield type instanceof Type.Vector v
                        ? out.integer(operation, left, out.integer("and", right, each(type, bits(v.element()) - 1)))
                        : shift(operation, left, right, signed);
            }
        };
    }

    /**
     * A shift by more than the width is undefined in C and poison in LLVM, which deletes what depends
     * on it; gcc leaves it to the machine. Taking the count modulo the width is what machines do, and
     * costs nothing where they do it.
     */
    private Operand shiftCount(Operand left, Operand right) {
        int bits = left.bits();
        return out.integer("and", out.resize(right, bits, false), Operand.integer(bits, bits - 1));
    }

    /** A shift of {@code left}; of a bit-field's odd width in the container, as gcc leaves it to the machine. */
    private Operand shift(String operation, Operand left, Operand right, boolean signed) {
        int bits = left.bits();
        int container = Math.max(8, Integer.highestOneBit(2 * bits - 1));
        var wide = out.resize(left, container, signed);
        return out.resize(out.integer(operation, wide, shiftCount(wide, right)), bits, false);
    }

    private static QualifiedType target(Type pointer) {
        return ((Type.Pointer) pointer).target();
    }

    /** {@code pointer +- index} in units of {@code element}. */
    Operand offset(Operand pointer, QualifiedType element, Operand index, Type indexType, boolean subtract) {
        int bits = types.pointerBits();
        var wide = out.resize(index, bits, types.isSigned(indexType));
        var bytes = out.integer("mul", wide, fn.locals().sizeOf(element));
        return out.offset(pointer, subtract ? out.integer("sub", Operand.integer(bits, 0), bytes) : bytes);
    }

    private Operand difference(Rvalue.PointerDifference difference) {
        var left = fn.conversions().address(scalar(difference.left()));
        var right = fn.conversions().address(scalar(difference.right()));
        var bytes = out.integer("sub", left, right);
        var size = fn.locals().sizeOf(target(difference.left().type()));
        var units = bytes;
        if (size.isZero()) {
            units = Operand.integer(bytes.bits(), 0);
        } else if (!size.text().equals("1")) {
            units = bytes.isConstantInteger() && size.isConstantInteger()
                    ? out.integer("sdiv", bytes, size)
                    : out.value(bytes.type(), "sdiv exact " + bytes.typed() + ", " + size.text());
        }
        return out.resize(units, bits(difference.type()), true);
    }

    /** A scalar's truth as i1. */
    Operand condition(Rvalue value) {
        return switch (value) {
            case Rvalue.Not not -> out.not(condition(not.operand()));
            case Rvalue.Compare compare -> compare(compare);
            case Rvalue.Logical logical -> logical(logical);
            case Rvalue.Comma comma -> {
                discard(comma.left());
                yield condition(comma.right());
            }
            case Rvalue.Convert convert when isTruthPreserving(convert) -> condition(convert.operand());
            default -> fn.conversions().isTrue(scalar(value), value.type());
        };
    }

    // Widening keeps zero and only zero at zero.
    private boolean isTruthPreserving(Rvalue.Convert convert) {
        var from = convert.operand().type();
        if (!types.isScalar(from) || IrTypes.isFloating(from)) {
            return convert.type() instanceof Type.Bool && types.isScalar(from);
        }
        var to = types.withoutEnum(convert.type());
        return to instanceof Type.Bool
                || (to instanceof Type.Integer && from instanceof Type.Bool)
                || (to instanceof Type.Integer
                        && types.withoutEnum(from) instanceof Type.Integer
                        && bits(to) >= bits(from));
    }

    private Operand compare(Rvalue.Compare compare) {
        var type = compare.left().type();
        var left = scalar(compare.left());
        var right = scalar(compare.right());
        if (IrTypes.isFloating(type)) {
            var predicate = switch (compare.operator()) {
                case LESS -> "olt";
                case GREATER -> "ogt";
                case LESS_EQUAL -> "ole";
                case GREATER_EQUAL -> "oge";
                case EQUAL -> "oeq";
                case NOT_EQUAL -> "une";
            };
            return out.value(truth(type), "fcmp " + predicate + " " + left.typed() + ", " + right.text());
        }
        if (left.isPointer()) {
            right = right.isPointer() ? fn.conversions().pointerBits(right, left.type()) : right;
        }
        return out.compareIntegers(truth(type), compare.operator(), types.isSigned(type), left, right);
    }

    /** The LLVM type of a comparison. */
    private static String truth(Type compared) {
        return compared instanceof Type.Vector v ? "<" + v.elements() + " x i1>" : "i1";
    }

    private Operand logical(Rvalue.Logical logical) {
        var left = condition(logical.left());
        if (left.isConstantInteger()) {
            boolean decided = left.isZero() == logical.and();
            return decided ? left : condition(logical.right());
        }
        var more = out.newLabel(logical.and() ? "and" : "or");
        var end = out.newLabel("end");
        var from = out.block();
        out.branch(left, logical.and() ? more : end, logical.and() ? end : more);
        out.begin(more);
        var right = condition(logical.right());
        if (!out.isOpen()) {
            out.begin(end);
            return Operand.bool(!logical.and());
        }
        var rightFrom = out.block();
        out.begin(end);
        return out.phi(Operand.bool(!logical.and()), from, right, rightFrom);
    }

    /** Jumps to one of two labels; constant conditions make a plain jump. */
    void branch(Rvalue condition, String then, String otherwise) {
        switch (condition) {
            case Rvalue.Not not -> branch(not.operand(), otherwise, then);
            case Rvalue.Logical logical -> {
                var more = out.newLabel(logical.and() ? "and" : "or");
                branch(logical.left(), logical.and() ? more : then, logical.and() ? otherwise : more);
                if (isReached(more)) {
                    out.begin(more);
                    branch(logical.right(), then, otherwise);
                }
            }
            case Rvalue.Convert convert when isTruthPreserving(convert) -> branch(convert.operand(), then, otherwise);
            default -> out.branch(condition(condition), then, otherwise);
        }
    }

    private boolean isReached(String label) {
        return out.isUsed(label);
    }

    private Operand conditional(Rvalue.Conditional conditional) {
        var then = out.newLabel("then");
        var otherwise = out.newLabel("else");
        var end = out.newLabel("end");
        branch(conditional.condition(), then, otherwise);
        if (!isReached(otherwise)) {
            out.begin(then);
            return scalar(conditional.then());
        }
        if (!isReached(then)) {
            out.begin(otherwise);
            return scalar(conditional.otherwise());
        }
        out.begin(then);
        var first = scalar(conditional.then());
        boolean firstEnds = out.isOpen();
        var firstFrom = out.block();
        out.jump(end);
        out.begin(otherwise);
        var second = scalar(conditional.otherwise());
        boolean secondEnds = out.isOpen();
        var secondFrom = out.block();
        out.begin(end);
        if (types.isVoid(conditional.type()) || !firstEnds) {
            return second;
        }
        return secondEnds ? out.phi(first, firstFrom, second, secondFrom) : first;
    }

    private void bind(Rvalue.Bind bind) {
        var type = QualifiedType.of(bind.value().type());
        var place = fn.memory(fn.locals().place(bind.local(), type), bind.at());
        put(bind.value(), place);
    }

    /** Evaluates a value of any type into memory. */
    void put(Rvalue value, Place.Memory place) {
        if (types.isScalar(value.type())) {
            fn.places().store(place, scalar(value));
        } else {
            into(value, place);
        }
    }

    private Operand compoundAssign(Rvalue.CompoundAssign assign) {
        if ((assign.target().type().qualifiers() & QualifiedType.ATOMIC) != 0) {
            return fn.atomics().compoundAssign(assign);
        }
        var place = fn.places().of(assign.target());
        // gcc reads the target after it has evaluated the right side.
        var value = scalar(assign.value());
        return fn.places().store(place, combine(assign, fn.places().load(place), value));
    }

    /** The new value of a compound assignment's target, from its old one. */
    Operand combine(Rvalue.CompoundAssign assign, Operand old, Operand value) {
        if (assign.computation() instanceof Type.Pointer pointer) {
            return offset(old, pointer.target(), value, assign.value().type(),
                    assign.operator() == ArithmeticOperator.SUBTRACT);
        }
        var type = assign.target().type().type();
        var left = fn.conversions().convert(old, type, assign.computation(), assign.at());
        var result = arithmetic(assign.operator(), left, assign.computation(), value, assign.at());
        return fn.conversions().convert(result, assign.computation(), type, assign.at());
    }

    private Operand increment(Rvalue.Increment increment) {
        if ((increment.target().type().qualifiers() & QualifiedType.ATOMIC) != 0) {
            return fn.atomics().increment(increment);
        }
        var place = fn.places().of(increment.target());
        var old = fn.places().load(place);
        var kept = fn.places().store(place, incremented(increment, old));
        return increment.postfix() ? old : kept;
    }

    Operand incremented(Rvalue.Increment increment, Operand old) {
        var type = increment.target().type().type();
        boolean down = increment.decrement();
        if (type instanceof Type.Pointer pointer) {
            return offset(old, pointer.target(), Operand.integer(types.pointerBits(), 1),
                    new Type.Integer(Type.IntegerKind.LONG), down);
        }
        if (type instanceof Type.Bool) {
            // C11 6.5.3.1: as E += 1 and E -= 1, converted back to _Bool.
            return down ? out.not(old) : Operand.TRUE;
        }
        if (IrTypes.isFloating(type)) {
            var scalar = types.value(type instanceof Type.Vector v ? v.element() : type);
            var one = FloatText.of(scalar, java.math.BigDecimal.ONE);
            var each = type instanceof Type.Vector ? "splat (" + scalar + " " + one + ")" : one;
            return out.value(old.type(), (down ? "fsub " : "fadd ") + old.typed() + ", " + each);
        }
        return out.integer(down ? "sub" : "add", old, each(type, 1));
    }

    /** Evaluates for side effects only. */
    void discard(Rvalue value) {
        switch (value) {
            case Rvalue.Convert convert -> {
                if (types.isVoid(convert.type()) || !types.isScalar(convert.operand().type())) {
                    discard(convert.operand());
                } else {
                    scalar(value);
                }
            }
            case Rvalue.Comma comma -> {
                discard(comma.left());
                discard(comma.right());
            }
            case Rvalue.Conditional conditional -> discardConditional(conditional);
            case Rvalue.Logical logical -> discardLogical(logical);
            case Rvalue.Bind bind -> {
                bind(bind);
                discard(bind.body());
            }
            case Rvalue.StatementExpression statement -> fn.statements().expression(statement, () -> {
                statement.value().ifPresent(this::discard);
                return Operand.VOID;
            });
            case Rvalue.Load load -> discardLoad(load);
            case Rvalue.Assign assign when !types.isScalar(assign.type()) ->
                assign(fn.places().memory(assign.target()), assign.value());
            case Rvalue.Call call -> fn.calls().discard(call);
            case Rvalue.Builtin builtin -> fn.builtins().discard(builtin);
            case Rvalue.IntegerConstant c -> {}
            default -> {
                if (types.isScalar(value.type())) {
                    scalar(value);
                } else {
                    aggregate(value);
                }
            }
        }
    }

    private void discardLoad(Rvalue.Load load) {
        var place = fn.places().of(load.source());
        if (!load.source().type().isVolatile()) {
            return;
        }
        if (types.isScalar(load.type())) {
            fn.places().load(place);
        } else if (types.isComplete(load.source().type()) && load.type() instanceof Type.Record) {
            into(load, temporary(QualifiedType.of(load.type())));
        }
    }

    private void discardLogical(Rvalue.Logical logical) {
        var more = out.newLabel("more");
        var end = out.newLabel("end");
        branch(logical.left(), logical.and() ? more : end, logical.and() ? end : more);
        if (isReached(more)) {
            out.begin(more);
            discard(logical.right());
        }
        out.join(end);
    }

    private void discardConditional(Rvalue.Conditional conditional) {
        var then = out.newLabel("then");
        var otherwise = out.newLabel("else");
        var end = out.newLabel("end");
        branch(conditional.condition(), then, otherwise);
        if (isReached(then)) {
            out.begin(then);
            discard(conditional.then());
            out.jump(end);
        }
        if (isReached(otherwise)) {
            out.begin(otherwise);
            discard(conditional.otherwise());
        }
        out.join(end);
    }

    /** Fresh memory for a value of the type. */
    Place.Memory temporary(QualifiedType type) {
        int alignment = Math.max(1, types.alignment(type));
        return new Place.Memory(out.alloca(types.object(type), alignment), alignment, type);
    }

    Place.Memory intoTemporary(Rvalue value, QualifiedType type) {
        var place = temporary(new QualifiedType(value.type(), 0, 0, type.alignment()));
        put(value, place);
        return new Place.Memory(place.pointer(), place.alignment(), type);
    }

    /** Where the bytes of a struct or union value are; valid until memory is next written. */
    Place.Memory aggregate(Rvalue value) {
        if (value instanceof Rvalue.Load load && !load.source().type().isVolatile()) {
            return fn.places().memory(load.source());
        }
        if (value instanceof Rvalue.Convert convert && !types.isScalar(convert.operand().type())) {
            return aggregate(convert.operand());
        }
        if (value instanceof Rvalue.Comma comma) {
            discard(comma.left());
            return aggregate(comma.right());
        }
        var place = temporary(QualifiedType.of(value.type()));
        into(value, place);
        return place;
    }

    /** Evaluates a struct or union into {@code place}. */
    void into(Rvalue value, Place.Memory place) {
        switch (value) {
            case Rvalue.Load load -> fn.places().copy(
                    place, fn.places().memory(load.source()), types.size(QualifiedType.of(load.type())));
            case Rvalue.Convert convert -> into(convert.operand(), place);
            case Rvalue.Conditional conditional -> intoConditional(conditional, place);
            case Rvalue.Bind bind -> {
                bind(bind);
                into(bind.body(), place);
            }
            case Rvalue.Assign assign -> {
                var target = fn.places().memory(assign.target());
                assign(target, assign.value());
                fn.places().copy(place, target, types.size(QualifiedType.of(assign.type())));
            }
            case Rvalue.Comma comma -> {
                discard(comma.left());
                into(comma.right(), place);
            }
            case Rvalue.Call call -> fn.calls().into(call, place);
            case Rvalue.StatementExpression statement -> fn.statements().expression(statement, () -> {
                into(statement.value().orElseThrow(), place);
                return Operand.VOID;
            });
            case Rvalue.VaArg arg ->
                fn.places().copy(place, fn.calls().vaArg(arg), types.size(QualifiedType.of(arg.type())));
            default -> throw Refusal.unsupported(value.at(), "a struct value of this kind");
        }
    }

    /** Assigns a struct or union; a callee may read the target until it returns. */
    void assign(Place.Memory target, Rvalue value) {
        if (value instanceof Rvalue.Load || value instanceof Rvalue.Assign) {
            into(value, target);
            return;
        }
        var place = aggregate(value);
        fn.places().copy(target, place, types.size(QualifiedType.of(value.type())));
    }

    private void intoConditional(Rvalue.Conditional conditional, Place.Memory place) {
        var then = out.newLabel("then");
        var otherwise = out.newLabel("else");
        var end = out.newLabel("end");
        branch(conditional.condition(), then, otherwise);
        if (isReached(then)) {
            out.begin(then);
            into(conditional.then(), place);
            out.jump(end);
        }
        if (isReached(otherwise)) {
            out.begin(otherwise);
            into(conditional.otherwise(), place);
        }
        out.join(end);
    }
}
