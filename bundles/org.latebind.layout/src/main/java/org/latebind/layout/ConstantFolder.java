package org.latebind.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StaticImage.Symbol;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.Type;

/**
 * Folds constant expressions as gcc does: what is decided without running the program, with no
 * algebraic simplification.
 */
final class ConstantFolder {
    private final IntegerTypes integers;
    private final Layouts layouts;
    private final boolean required;
    private final ConstantVariables variables;
    private final BuiltinFolder builtins;

    /** @param required whether C requires a constant, so that an undecided {@code __builtin_constant_p} is 0 */
    ConstantFolder(IntegerTypes integers, Layouts layouts, boolean required) {
        this(integers, layouts, required, new ConstantVariables(List.of()));
    }

    private ConstantFolder(IntegerTypes integers, Layouts layouts, boolean required, ConstantVariables variables) {
        this.integers = integers;
        this.layouts = layouts;
        this.required = required;
        this.variables = variables;
        this.builtins = new BuiltinFolder(this, integers, required);
    }

    /** One to which these variables are their values. */
    ConstantFolder knowing(ConstantVariables known) {
        return new ConstantFolder(integers, layouts, required, known);
    }

    Optional<Constant> fold(Rvalue expression) {
        return switch (expression) {
            case Rvalue.IntegerConstant c -> Optional.of(new Constant.Number(c.value()));
            case Rvalue.FloatingConstant c -> FloatingArithmetic.round(new Constant.Real(c.value()), c.type());
            case Rvalue.SizeOf s -> size(s.operand());
            case Rvalue.AlignOf a -> Optional.of(number(layouts.alignOf(a.operand())));
            case Rvalue.OffsetOf o -> Optional.of(number(layouts.member(o.path()).bitOffset() >> 3));
            case Rvalue.Load l -> load(l);
            case Rvalue.AddressOf a -> address(a.object());
            case Rvalue.ArrayDecay a -> address(a.array());
            case Rvalue.LabelAddress l ->
                Optional.of(new Constant.Address(new Symbol.OfLabel(l.function(), l.label()), 0));
            case Rvalue.Convert c -> fold(c.operand()).flatMap(v -> convert(v, c.operand().type(), c.type()));
            case Rvalue.Negate n -> fold(n.operand()).flatMap(v -> negate(v, n.type()));
            case Rvalue.Complement c -> number(c.operand()).map(v -> wrapped(v.not(), c.type()));
            case Rvalue.Not n -> fold(n.operand()).flatMap(Constant::truth).map(t -> Constant.Number.of(!t));
            case Rvalue.Arithmetic a -> arithmetic(a);
            case Rvalue.PointerOffset p -> pointerOffset(p);
            case Rvalue.PointerDifference d -> pointerDifference(d);
            case Rvalue.Compare c -> compare(c);
            case Rvalue.Logical l -> logical(l);
            case Rvalue.Conditional c ->
                truth(c.condition()).flatMap(t -> fold(t ? c.then() : c.otherwise()));
            case Rvalue.Comma c -> fold(c.left()).flatMap(ignored -> fold(c.right()));
            case Rvalue.Builtin b -> builtins.fold(b);
            case Rvalue.Splat s -> Optional.empty();
            case Rvalue.Bind b -> Optional.empty();
            case Rvalue.Assign a -> Optional.empty();
            case Rvalue.CompoundAssign a -> Optional.empty();
            case Rvalue.Increment i -> Optional.empty();
            case Rvalue.Call c -> Optional.empty();
            case Rvalue.StatementExpression s -> Optional.empty();
            case Rvalue.VaArg v -> Optional.empty();
        };
    }

    /** The value of an expression that folds to a number. */
    Optional<BigInteger> number(Rvalue expression) {
        return fold(expression).flatMap(v ->
                v instanceof Constant.Number n ? Optional.of(n.value()) : Optional.empty());
    }

    Constant.Number wrapped(BigInteger value, Type type) {
        return new Constant.Number(integers.format(type).orElseThrow().wrap(value));
    }

    private Optional<Boolean> truth(Rvalue expression) {
        return fold(expression).flatMap(Constant::truth);
    }

    private static Constant.Number number(long value) {
        return new Constant.Number(BigInteger.valueOf(value));
    }

    private Optional<Constant> size(QualifiedType type) {
        return isVariable(type.type()) ? Optional.empty() : Optional.of(number(layouts.sizeOf(type)));
    }

    private static boolean isVariable(Type type) {
        return type instanceof Type.Array a
                && (a.length() instanceof Type.ArrayLength.Variable || isVariable(a.element().type()));
    }

    /** Of objects the characters of a string literal are known, and what {@link #knowing} tells. */
    private Optional<Constant> load(Rvalue.Load load) {
        if (load.source() instanceof Lvalue.Global global) {
            return variables.value(global.variable(), this::fold);
        }
        if (load.source().type().isVolatile()
                || !(address(load.source()).orElse(null) instanceof Constant.Address a)
                || !(a.symbol() instanceof Symbol.OfText text)
                || integers.format(load.type()).isEmpty()) {
            return Optional.empty();
        }
        var elementBytes = text.data().elementBytes();
        var format = integers.format(load.type()).orElseThrow();
        if (format.bits() != elementBytes * 8 || a.addend() % elementBytes != 0) {
            return Optional.empty();
        }
        return element(text.data(), a.addend() / elementBytes)
                .map(e -> new Constant.Number(format.wrap(BigInteger.valueOf(e & 0xffffffffL))));
    }

    private static Optional<Integer> element(StringData data, long index) {
        return index >= 0 && index < data.elements().size()
                ? Optional.of(data.elements().get((int) index))
                : Optional.empty();
    }

    Optional<Constant> address(Lvalue object) {
        return switch (object) {
            case Lvalue.Global g -> Optional.of(new Constant.Address(new Symbol.OfVariable(g.variable()), 0));
            case Lvalue.Function f -> Optional.of(new Constant.Address(new Symbol.OfFunction(f.function()), 0));
            case Lvalue.Text t -> Optional.of(new Constant.Address(new Symbol.OfText(t.data()), 0));
            case Lvalue.Dereference d -> fold(d.pointer());
            case Lvalue.Member m ->
                address(m.base()).flatMap(b -> plus(b, layouts.member(m.path()).bitOffset() >> 3, integers.pointerBits()));
            case Lvalue.Local l -> Optional.empty();
            case Lvalue.CompoundLiteral c -> Optional.empty();
            case Lvalue.Temporary t -> Optional.empty();
            case Lvalue.Register r -> Optional.empty();
        };
    }

    private static Optional<Constant> plus(Constant base, long bytes, int pointerBits) {
        return switch (base) {
            case Constant.Number n -> Optional.of(new Constant.Number(
                    new IntegerTypes.Format(pointerBits, false).wrap(n.value().add(BigInteger.valueOf(bytes)))));
            case Constant.Address a -> Optional.of(new Constant.Address(a.symbol(), a.addend() + bytes));
            case Constant.LabelDifference l ->
                Optional.of(new Constant.LabelDifference(l.left(), l.right(), l.addend() + bytes));
            case Constant.Real r -> Optional.empty();
        };
    }

    private Optional<Constant> convert(Constant value, Type from, Type to) {
        if (to instanceof Type.Bool) {
            return value.truth().map(Constant.Number::of);
        }
        if (to instanceof Type.Floating) {
            return toFloating(value, to);
        }
        var format = integers.format(to);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        return switch (value) {
            case Constant.Number n -> Optional.of(new Constant.Number(format.get().wrap(n.value())));
            case Constant.Real r -> Optional.of(saturated(r.value().toBigInteger(), format.get()));
            // A symbol's value is known to the linker only, and only at full width.
            case Constant.Address a ->
                format.get().bits() == integers.pointerBits() ? Optional.of(a) : Optional.empty();
            case Constant.LabelDifference l ->
                format.get().bits() >= 16 ? Optional.of(l) : Optional.empty();
        };
    }

    /** C11 6.3.1.4p1 leaves open what becomes of a value that does not fit; gcc takes the nearest. */
    private static Constant saturated(BigInteger value, IntegerTypes.Format format) {
        var least = format.signed() ? BigInteger.ONE.shiftLeft(format.bits() - 1).negate() : BigInteger.ZERO;
        var most = BigInteger.ONE.shiftLeft(format.bits() - (format.signed() ? 1 : 0)).subtract(BigInteger.ONE);
        return new Constant.Number(value.max(least).min(most));
    }

    private static Optional<Constant> toFloating(Constant value, Type to) {
        return switch (value) {
            case Constant.Number n -> FloatingArithmetic.round(new Constant.Real(new BigDecimal(n.value())), to);
            case Constant.Real r -> FloatingArithmetic.round(r, to);
            case Constant.Address a -> Optional.empty();
            case Constant.LabelDifference l -> Optional.empty();
        };
    }

    private Optional<Constant> negate(Constant value, Type type) {
        return switch (value) {
            case Constant.Number n -> Optional.of(wrapped(n.value().negate(), type));
            case Constant.Real r -> Optional.of(r.negated());
            case Constant.Address a -> Optional.empty();
            case Constant.LabelDifference l -> Optional.empty();
        };
    }

    private Optional<Constant> arithmetic(Rvalue.Arithmetic a) {
        var left = fold(a.left());
        var right = left.flatMap(l -> fold(a.right()));
        if (right.isEmpty()) {
            return Optional.empty();
        }
        if (left.get() instanceof Constant.Number l && right.get() instanceof Constant.Number r) {
            return integer(a.operator(), l.value(), r.value(), a.type()).map(v -> wrapped(v, a.type()));
        }
        if (left.get() instanceof Constant.Real l && right.get() instanceof Constant.Real r) {
            return FloatingArithmetic.apply(a.operator(), l, r, a.type());
        }
        return symbolic(a.operator(), left.get(), right.get());
    }

    /** Addresses carried in integers of pointer width: only a distance may be added or taken away. */
    private Optional<Constant> symbolic(Rvalue.ArithmeticOperator operator, Constant left, Constant right) {
        boolean subtract = operator == Rvalue.ArithmeticOperator.SUBTRACT;
        if (!subtract && operator != Rvalue.ArithmeticOperator.ADD) {
            return Optional.empty();
        }
        if (right instanceof Constant.Number n) {
            return distance(subtract ? n.value().negate() : n.value())
                    .flatMap(d -> plus(left, d, integers.pointerBits()));
        }
        if (!subtract && left instanceof Constant.Number n) {
            return distance(n.value()).flatMap(d -> plus(right, d, integers.pointerBits()));
        }
        return subtract ? difference(left, right) : Optional.empty();
    }

    /** An addend modulo the pointer's width, as a signed distance. */
    private Optional<Long> distance(BigInteger value) {
        var signed = new IntegerTypes.Format(integers.pointerBits(), true).wrap(value);
        return Optional.of(signed.longValueExact());
    }

    private static Optional<Constant> difference(Constant left, Constant right) {
        if (left instanceof Constant.Address l && right instanceof Constant.Address r) {
            if (l.symbol().equals(r.symbol()) && !(l.symbol() instanceof Symbol.OfText)) {
                return Optional.of(number(l.addend() - r.addend()));
            }
            if (l.symbol() instanceof Symbol.OfLabel a && r.symbol() instanceof Symbol.OfLabel b) {
                return Optional.of(new Constant.LabelDifference(a, b, l.addend() - r.addend()));
            }
        }
        return Optional.empty();
    }

    private Optional<BigInteger> integer(
            Rvalue.ArithmeticOperator operator, BigInteger left, BigInteger right, Type type) {
        return switch (operator) {
            case MULTIPLY -> Optional.of(left.multiply(right));
            case DIVIDE -> right.signum() == 0 ? Optional.empty() : Optional.of(left.divide(right));
            case REMAINDER -> right.signum() == 0 ? Optional.empty() : Optional.of(left.remainder(right));
            case ADD -> Optional.of(left.add(right));
            case SUBTRACT -> Optional.of(left.subtract(right));
            case SHIFT_LEFT -> shiftCount(right, type).map(left::shiftLeft);
            case SHIFT_RIGHT -> shiftCount(right, type).map(left::shiftRight);
            case BIT_AND -> Optional.of(left.and(right));
            case BIT_XOR -> Optional.of(left.xor(right));
            case BIT_OR -> Optional.of(left.or(right));
        };
    }

    /** C11 6.5.7p3: a count outside the width is undefined, so it is not folded. */
    private Optional<Integer> shiftCount(BigInteger count, Type type) {
        int bits = integers.format(type).orElseThrow().bits();
        return count.signum() >= 0 && count.compareTo(BigInteger.valueOf(bits)) < 0
                ? Optional.of(count.intValue())
                : Optional.empty();
    }

    private Optional<Constant> pointerOffset(Rvalue.PointerOffset p) {
        if (!(p.pointer().type() instanceof Type.Pointer pointer) || isVariable(pointer.target().type())) {
            return Optional.empty();
        }
        return fold(p.pointer()).flatMap(base -> number(p.index()).flatMap(index -> {
            var bytes = index.multiply(BigInteger.valueOf(layouts.sizeOf(pointer.target())));
            return distance(p.subtract() ? bytes.negate() : bytes)
                    .flatMap(d -> plus(base, d, integers.pointerBits()));
        }));
    }

    private Optional<Constant> pointerDifference(Rvalue.PointerDifference d) {
        if (!(d.left().type() instanceof Type.Pointer pointer) || isVariable(pointer.target().type())) {
            return Optional.empty();
        }
        long size = layouts.sizeOf(pointer.target());
        var left = fold(d.left());
        var right = left.flatMap(l -> fold(d.right()));
        if (right.isEmpty() || size == 0) {
            return Optional.empty();
        }
        if (left.get() instanceof Constant.Number l && right.get() instanceof Constant.Number r) {
            var bytes = new IntegerTypes.Format(integers.pointerBits(), true).wrap(l.value().subtract(r.value()));
            return Optional.of(new Constant.Number(bytes.divide(BigInteger.valueOf(size))));
        }
        var bytes = difference(left.get(), right.get());
        return size == 1 || !(bytes.orElse(null) instanceof Constant.Number n)
                ? bytes.filter(b -> size == 1)
                : Optional.of(new Constant.Number(n.value().divide(BigInteger.valueOf(size))));
    }

    private Optional<Constant> compare(Rvalue.Compare c) {
        var left = fold(c.left());
        var right = left.flatMap(l -> fold(c.right()));
        if (right.isEmpty()) {
            return Optional.empty();
        }
        if (left.get() instanceof Constant.Number l && right.get() instanceof Constant.Number r) {
            return Optional.of(Constant.Number.of(holds(c.operator(), l.value().compareTo(r.value()))));
        }
        if (left.get() instanceof Constant.Real l && right.get() instanceof Constant.Real r) {
            return Optional.of(Constant.Number.of(holds(c.operator(), l.value().compareTo(r.value()))));
        }
        if (left.get() instanceof Constant.Address l && right.get() instanceof Constant.Address r
                && l.symbol().equals(r.symbol()) && !(l.symbol() instanceof Symbol.OfText)) {
            return Optional.of(Constant.Number.of(holds(c.operator(), Long.compare(l.addend(), r.addend()))));
        }
        return Optional.empty();
    }

    private static boolean holds(Rvalue.Comparison operator, int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER_EQUAL -> order >= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
        };
    }

    private Optional<Constant> logical(Rvalue.Logical l) {
        return truth(l.left()).flatMap(left -> left == l.and()
                ? truth(l.right()).map(Constant.Number::of)
                : Optional.of(Constant.Number.of(left)));
    }

    /** The arguments of a builtin as numbers, or empty where one is not. */
    Optional<List<BigInteger>> numbers(List<Rvalue> arguments) {
        var values = arguments.stream().map(this::number).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).toList())
                : Optional.empty();
    }
}
