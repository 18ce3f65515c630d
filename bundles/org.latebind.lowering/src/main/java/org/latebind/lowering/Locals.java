package org.latebind.lowering;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.LocalVariable;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedStatement;
import org.latebind.target.api.VaListType;

/**
 * Objects with automatic storage duration: one alloca each in the entry block, so that LLVM can turn
 * them into registers; variable length arrays where they are declared.
 */
final class Locals {
    /** Below this size a marked lifetime saves no stack worth the text. */
    private static final long LEAST_MARKED = 9;

    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;
    private final List<LocalVariable> variables;
    private final Map<Integer, Operand> pointers = new HashMap<>();
    private final BitSet parameters = new BitSet();

    Locals(FunctionLowering fn, List<LocalVariable> variables, List<LocalId> parameters) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
        this.variables = variables;
        parameters.forEach(p -> this.parameters.set(p.index()));
    }

    LocalVariable variable(LocalId local) {
        return variables.get(local.index());
    }

    /** The local as an object of the type that the tree says it has there. */
    Place place(LocalId local, QualifiedType type) {
        var variable = variable(local);
        var pointer = pointers.get(local.index());
        if (pointer == null) {
            pointer = allocate(variable);
            pointers.put(local.index(), pointer);
        }
        if (isDecayedVaList(local, variable)) {
            return new Place.Memory(
                    out.load("ptr", pointer, types.model().pointer().align(), false),
                    types.model().pointer().align(),
                    type);
        }
        return new Place.Memory(pointer, alignment(variable), type);
    }

    // A va_list that is an array is a pointer as a parameter (C11 6.7.6.3p7).
    private boolean isDecayedVaList(LocalId local, LocalVariable variable) {
        return parameters.get(local.index())
                && variable.type().type() instanceof Type.VaList
                && types.model().vaList().kind() == VaListType.Kind.ARRAY_OF_ONE_RECORD;
    }

    private int alignment(LocalVariable variable) {
        return Math.max(variable.alignment(), types.alignment(variable.type()));
    }

    private Operand allocate(LocalVariable variable) {
        if (isDecayedVaList(variable.id(), variable)) {
            return out.alloca("ptr", types.model().pointer().align());
        }
        if (IrTypes.isVariable(variable.type().type())) {
            throw Refusal.unsupported(variable.at(), "a variable length array used before its declaration");
        }
        return out.alloca(types.object(variable.type()), alignment(variable));
    }

    /** The alloca of a parameter, which the function's prologue fills. */
    Operand home(LocalId parameter) {
        var variable = variable(parameter);
        return pointers.computeIfAbsent(parameter.index(), i -> allocate(variable));
    }

    /** Bytes of a type, computed where it is variably modified. */
    Operand sizeOf(QualifiedType type) {
        int bits = types.pointerBits();
        if (type.type() instanceof Type.Array array && IrTypes.isVariable(array)) {
            var elements = switch (array.length()) {
                case Type.ArrayLength.Known known -> Operand.integer(bits, known.elements());
                case Type.ArrayLength.Incomplete i -> Operand.integer(bits, 0);
                case Type.ArrayLength.Variable variable -> {
                    var count = variable(variable.elements());
                    var place = place(variable.elements(), count.type());
                    yield out.resize(fn.places().load(place), bits, false);
                }
            };
            return out.integer("mul", elements, sizeOf(array.element()));
        }
        return Operand.integer(bits, types.size(type));
    }

    void declare(TypedStatement.Declare declare) {
        var variable = variable(declare.local());
        fn.scopes().declare();
        if (IrTypes.isVariable(variable.type().type())) {
            declareVariableLength(variable);
        } else {
            begin(variable);
            var place = fn.memory(place(declare.local(), variable.type()), declare.at());
            initialize(declare, variable, place);
        }
        variable.cleanup().ifPresent(function -> fn.scopes().onExit(() -> cleanup(function, variable)));
    }

    private void initialize(TypedStatement.Declare declare, LocalVariable variable, Place.Memory place) {
        if (declare.initializer().value().isPresent()) {
            fn.initializers().initialize(place, declare.initializer());
        } else if (fn.unit().settings().language().zeroInitializedAutos()
                && !variable.uninitialized()
                && variable.register().isEmpty()) {
            fn.initializers().autoZero(place);
        }
    }

    private void begin(LocalVariable variable) {
        var type = variable.type();
        if (types.isScalar(type.type()) || fn.labels().isBypassed(variable.id().index())) {
            return;
        }
        long size = types.size(type);
        if (size < LEAST_MARKED || variable.register().isPresent()) {
            return;
        }
        var pointer = fn.memory(place(variable.id(), type), variable.at()).pointer();
        fn.intrinsics().lifetime("start", size, pointer);
        fn.scopes().onExit(() -> fn.intrinsics().lifetime("end", size, pointer));
    }

    private void declareVariableLength(LocalVariable variable) {
        var save = fn.unit().module().declare("@llvm.stacksave.p0", "ptr @llvm.stacksave.p0()");
        var restore = fn.unit().module().declare("@llvm.stackrestore.p0", "void @llvm.stackrestore.p0(ptr)");
        var saved = out.value("ptr", "call ptr " + save + "()");
        fn.scopes().onExit(() -> out.effect("call void " + restore + "(" + saved.typed() + ")"));
        var size = sizeOf(variable.type());
        int alignment = alignment(variable);
        var pointer = out.value("ptr", "alloca i8, " + size.typed() + ", align " + alignment);
        pointers.put(variable.id().index(), pointer);
        if (fn.unit().settings().language().zeroInitializedAutos() && !variable.uninitialized()) {
            fn.intrinsics().fill(pointer, alignment, Operand.integer(8, 0), size, false, true);
        }
    }

    private void cleanup(FunctionId function, LocalVariable variable) {
        var pointer = fn.memory(place(variable.id(), variable.type()), variable.at()).pointer();
        fn.calls().cleanup(function, pointer, variable.at());
    }

    /** The register that the program pins {@code lvalue} to. */
    Optional<String> register(Lvalue lvalue) {
        return switch (lvalue) {
            case Lvalue.Local local -> variable(local.local()).register();
            case Lvalue.Register register -> Optional.of(register.name());
            default -> Optional.empty();
        };
    }
}
