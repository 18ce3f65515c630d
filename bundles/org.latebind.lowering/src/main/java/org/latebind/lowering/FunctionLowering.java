package org.latebind.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Position;
import org.latebind.target.api.AbiLowering.FunctionAbi;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedStatement;

/**
 * One function's body.
 *
 * <pre>
 * int f(struct pair p) { return p.a; }
 *     define i32 @f(i64 %p0.0) {
 *     entry:
 *       %a0 = alloca [8 x i8], align 4      home of the parameter
 *       store i64 %p0.0, ptr %a0, align 4
 *       %v1 = load i32, ptr %a0, align 4
 *       ret i32 %v1
 *     }
 * </pre>
 *
 * <p>The parts each know one concern and meet here.
 */
final class FunctionLowering {
    private final UnitLowering unit;
    private final TypedFunction function;
    private final TypedFunction.Body body;
    private final FunctionAbi abi;
    private final String symbol;
    private final Emitter out = new Emitter();
    private final Scopes scopes = new Scopes();
    private final Labels labels;
    private final Intrinsics intrinsics;
    private final Conversions conversions;
    private final Locals locals;
    private final Places places;
    private final Registers registers;
    private final Expressions expressions;
    private final Calls calls;
    private final Builtins builtins;
    private final Atomics atomics;
    private final AsmLowering asm;
    private final Initializers initializers;
    private final Statements statements;
    private Optional<Operand> computedTarget = Optional.empty();

    FunctionLowering(UnitLowering unit, TypedFunction function, String symbol) {
        this.unit = unit;
        this.function = function;
        this.symbol = symbol;
        this.body = function.body().orElseThrow();
        this.abi = unit.abiOf(function);
        this.labels = new Labels(symbol, body.labelCount());
        unit.labelsInData(function.id()).forEach(labels::takeAddress);
        this.intrinsics = new Intrinsics(this);
        this.conversions = new Conversions(this);
        this.locals = new Locals(this, body.locals(), body.parameters());
        this.places = new Places(this);
        this.registers = new Registers(this);
        this.expressions = new Expressions(this);
        this.calls = new Calls(this);
        this.builtins = new Builtins(this);
        this.atomics = new Atomics(this);
        this.asm = new AsmLowering(this);
        this.initializers = new Initializers(this);
        this.statements = new Statements(this);
    }

    UnitLowering unit() {
        return unit;
    }

    /** Where the function is, for what has no place of its own. */
    Position at() {
        return function.at();
    }

    IrTypes types() {
        return unit.types();
    }

    Emitter out() {
        return out;
    }

    Scopes scopes() {
        return scopes;
    }

    Labels labels() {
        return labels;
    }

    Intrinsics intrinsics() {
        return intrinsics;
    }

    Conversions conversions() {
        return conversions;
    }

    Locals locals() {
        return locals;
    }

    Places places() {
        return places;
    }

    Registers registers() {
        return registers;
    }

    Expressions expressions() {
        return expressions;
    }

    Calls calls() {
        return calls;
    }

    Builtins builtins() {
        return builtins;
    }

    Atomics atomics() {
        return atomics;
    }

    AsmLowering asm() {
        return asm;
    }

    Initializers initializers() {
        return initializers;
    }

    Statements statements() {
        return statements;
    }

    TypedFunction function() {
        return function;
    }

    Place.Memory memory(Place place, Position at) {
        if (place instanceof Place.Memory memory) {
            return memory;
        }
        throw Refusal.unsupported(at, "the address of a bit-field or register");
    }

    /** The definition as IR text. */
    String lower(String head, String tail) {
        var parameters = prologue();
        labels.scan(body.block(), List.of());
        statements.block(body.block());
        unit.returnTypes().check(function, out.isReached(), out.leavesForGood());
        if (out.isOpen()) {
            fallOffEnd();
        }
        computedTarget.ifPresent(this::indirectBranch);
        labels.addressTaken().forEach(this::unreachedLabel);
        return head + Calls.resultType(abi.result()) + " " + symbol + "(" + parameters + ")" + tail + " {\n" + out.text()
                + "}\n\n";
    }

    private String prologue() {
        var parameters = new ArrayList<String>();
        if (abi.result() instanceof Passing.Memory memory) {
            parameters.add("ptr " + String.join(" ", memory.attributes()) + " %result");
        }
        for (int i = 0; i < body.parameters().size(); i++) {
            parameter(i, parameters);
        }
        if (function.type().variadic()) {
            parameters.add("...");
        }
        return String.join(", ", parameters);
    }

    private void parameter(int index, List<String> parameters) {
        var local = body.parameters().get(index);
        var name = "%p" + index;
        expressions.refuseInKernels(locals.variable(local).type().type(), function.at());
        switch (abi.arguments().get(index)) {
            case Passing.Ignored i -> {}
            case Passing.Value value -> {
                parameters.add(with(value.llvmType(), value.attributes()) + " " + name);
                var home = locals.home(local);
                var type = locals.variable(local).type();
                var incoming = new Operand(value.llvmType(), name);
                // A vector may come as another type of its size.
                var stored = types().isScalar(type.type()) && !IrTypes.isVector(type.type())
                        ? places.toMemory(declared(incoming, type), type.type())
                        : incoming;
                out.store(stored, home, types().alignment(type), false);
            }
            case Passing.Registers registersPassed -> {
                var home = locals.home(local);
                for (int p = 0; p < registersPassed.pieces().size(); p++) {
                    var piece = registersPassed.pieces().get(p);
                    parameters.add(piece.llvmType() + " " + name + "." + p);
                    var alignment = types().alignment(locals.variable(local).type());
                    calls.storePiece(piece, new Operand(piece.llvmType(), name + "." + p), home, alignment);
                }
            }
            case Passing.Memory memory -> {
                parameters.add(with("ptr", memory.attributes()) + " " + name);
                var type = locals.variable(local).type();
                var home = new Place.Memory(locals.home(local), types().alignment(type), type);
                places.copy(home, new Place.Memory(new Operand("ptr", name), memory.align(), type), types().size(type));
            }
        }
    }

    /** A parameter's value as its declared type: without a prototype it comes promoted. */
    private Operand declared(Operand incoming, QualifiedType type) {
        return function.type().prototype()
                ? incoming
                : conversions.convert(incoming, types().promoted(type.type()), type.type(), function.at());
    }

    static String with(String type, List<String> attributes) {
        return attributes.isEmpty() ? type : type + " " + String.join(" ", attributes);
    }

    void returns(TypedStatement.Return statement) {
        if (statement.value().isEmpty() || types().isVoid(function.type().result().type())) {
            statement.value().ifPresent(expressions::discard);
            scopes.runAllExits();
            fallOffEnd();
            return;
        }
        switch (abi.result()) {
            case Passing.Ignored i -> {
                expressions.discard(statement.value().get());
                scopes.runAllExits();
                out.terminate("ret void");
            }
            case Passing.Value value -> {
                var result = returnedValue(statement.value().get());
                scopes.runAllExits();
                out.terminate("ret " + result.typed());
            }
            case Passing.Registers pieces -> {
                var place = expressions.intoTemporary(
                        statement.value().get(), QualifiedType.of(function.type().result().type()));
                scopes.runAllExits();
                out.terminate("ret " + calls.loadPieces(pieces.pieces(), place).typed());
            }
            case Passing.Memory memory -> {
                var type = QualifiedType.of(function.type().result().type());
                expressions.put(
                        statement.value().get(), new Place.Memory(new Operand("ptr", "%result"), memory.align(), type));
                scopes.runAllExits();
                out.terminate("ret void");
            }
        }
    }

    private Operand returnedValue(Rvalue value) {
        if (IrTypes.isVector(value.type())) {
            return conversions.bits(expressions.scalar(value), ((Passing.Value) abi.result()).llvmType());
        }
        return types().isScalar(value.type())
                ? expressions.scalar(value)
                : out.load(((Passing.Value) abi.result()).llvmType(), expressions.aggregate(value).pointer(), 1, false);
    }

    // Using the value of a function that ends without return is undefined (C11 6.9.1p12); not using it
    // is fine, and main returns 0 (5.1.2.2.3).
    private void fallOffEnd() {
        var type = Calls.resultType(abi.result());
        if (type.equals("void")) {
            out.terminate("ret void");
        } else if (function.name().equals("main")) {
            out.terminate("ret " + Conversions.zero(type).typed());
        } else {
            out.terminate("ret " + type + " undef");
        }
    }

    /**
     * All computed gotos of a function share one indirect branch; LLVM duplicates it where that pays.
     * They run no cleanups: neither does gcc (tree-eh.c), as where they lead is not known.
     */
    void computedGoto(Operand target) {
        if (computedTarget.isEmpty()) {
            computedTarget = Optional.of(out.alloca("ptr", types().model().pointer().align()));
        }
        out.store(target, computedTarget.get(), types().model().pointer().align(), false);
        out.jump("indirect");
    }

    /** A label whose address is taken, in code that was left out since nothing gets there. */
    private void unreachedLabel(int label) {
        if (!out.isBegun("L" + label)) {
            out.begin("L" + label);
            out.terminate("unreachable");
        }
    }

    private void indirectBranch(Operand variable) {
        out.begin("indirect");
        var target = out.load("ptr", variable, types().model().pointer().align(), false);
        out.terminate("indirectbr " + target.typed() + ", ["
                + labels.addressTaken().stream().map(l -> "label %L" + l).collect(Collectors.joining(", ")) + "]");
    }

    /** The type of an lvalue without qualifiers, as a type of its own. */
    static QualifiedType plain(Type type) {
        return QualifiedType.of(type);
    }
}
