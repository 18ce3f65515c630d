package org.latebind.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.target.api.AsmText;
import org.latebind.target.api.InlineAsmTranslator;
import org.latebind.target.api.LlvmAsm;
import org.latebind.target.api.UnsupportedAsmException;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedAsm;

/**
 * Asm statements: operands are evaluated here, the target translates text and constraints.
 *
 * <pre>
 * asm volatile goto("jmp %l[out]" : "=r"(x) : : "memory" : out);
 *
 *     %v0 = callbr i32 asm sideeffect "jmp ${1:l}", "=r,!i,~{memory}"()
 *             to label %next [label %edge]
 *   edge:  store i32 %v0, ptr %x;  cleanups;  br label %out
 *   next:  store i32 %v0, ptr %x
 * </pre>
 */
final class AsmLowering {
    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;
    private final InlineAsmTranslator translator;

    AsmLowering(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
        this.translator = new InlineAsmTranslator(fn.unit().asmRules());
    }

    void lower(TypedAsm asm) {
        try {
            new Statement(asm, translator.translate(text(asm))).lower();
        } catch (UnsupportedAsmException e) {
            throw Refusal.because(Refusal.ASM, asm.at(), e.getMessage());
        }
    }

    private AsmText text(TypedAsm asm) {
        return new AsmText(
                asm.template(),
                asm.extended(),
                asm.isVolatile() || !asm.extended(),
                asm.outputs().stream()
                        .map(o -> new AsmText.Operand(
                                o.name(), o.constraint(), fn.locals().register(o.target()), bytes(o.target().type())))
                        .toList(),
                asm.inputs().stream()
                        .map(i -> new AsmText.Operand(
                                i.name(), i.constraint(), i.memory().flatMap(fn.locals()::register), bytes(i)))
                        .toList(),
                asm.clobbers(),
                asm.labels().stream().map(TypedAsm.LabelOperand::name).toList());
    }

    private int bytes(TypedAsm.Input input) {
        return bytes(input.memory().map(Lvalue::type)
                .orElseGet(() -> QualifiedType.of(input.value().orElseThrow().type())));
    }

    private int bytes(QualifiedType type) {
        boolean integer = types.isScalar(type.type()) && !IrTypes.isFloating(type.type()) && !IrTypes.isVector(type.type());
        return integer ? (int) types.size(type) : 0;
    }

    private final class Statement {
        private final TypedAsm asm;
        private final LlvmAsm llvm;
        private final List<Place> targets = new ArrayList<>();
        private final Map<Integer, Operand> memoryInputs = new HashMap<>();
        private final Map<Integer, Operand> values = new HashMap<>();
        /** Result types that a wider tied input has widened. */
        private final Map<Integer, String> widened = new HashMap<>();

        Statement(TypedAsm asm, LlvmAsm llvm) {
            this.asm = asm;
            this.llvm = llvm;
        }

        void lower() {
            asm.outputs().forEach(o -> targets.add(fn.places().of(o.target())));
            evaluateInputs();
            var arguments = new ArrayList<String>();
            boolean readsMemory = false;
            boolean writesMemory = false;
            for (var argument : llvm.arguments()) {
                readsMemory |= argument instanceof LlvmAsm.Argument.InputAddress;
                writesMemory |= argument instanceof LlvmAsm.Argument.OutputAddress;
                arguments.add(argument(argument));
            }
            var result = resultType();
            var call = result + " asm " + (llvm.sideEffects() ? "sideeffect " : "") + IrText.quoted(llvm.template()) + ", "
                    + IrText.quoted(llvm.constraints()) + "(" + String.join(", ", arguments) + ")"
                    + attributes(readsMemory, writesMemory);
            var location = fn.unit().module().location(asm.at());
            if (asm.labels().isEmpty()) {
                storeResults(emit(result, "call " + call + location));
            } else {
                branch(result, call, location);
            }
        }

        // Without side effects, an asm may be merged and is removed where nobody wants its results, as gcc
        // does (Extended Asm, "Volatile"): an inline function of the kernel may rely on it.
        private String attributes(boolean readsMemory, boolean writesMemory) {
            var list = new ArrayList<String>(List.of("nounwind"));
            if (!llvm.sideEffects() && !writesMemory && !asm.clobbers().contains("memory")) {
                list.add("willreturn");
                list.add(readsMemory ? "memory(read)" : "memory(none)");
            }
            return fn.unit().module().attributes(list);
        }

        private Operand emit(String type, String text) {
            if (type.equals("void")) {
                out.effect(text);
                return Operand.VOID;
            }
            return out.value(type, text);
        }

        private void evaluateInputs() {
            for (var argument : llvm.arguments()) {
                switch (argument) {
                    case LlvmAsm.Argument.InputValue input -> inputValue(input);
                    case LlvmAsm.Argument.InputAddress input -> memoryInput(input.input());
                    default -> {}
                }
            }
        }

        private void inputValue(LlvmAsm.Argument.InputValue input) {
            var operand = asm.inputs().get(input.input());
            Operand value;
            if (operand.value().isPresent() && types.isScalar(operand.value().get().type())) {
                var type = operand.value().get().type();
                value = fn.places().toMemory(fn.expressions().scalar(operand.value().get()), type);
                if (input.tied().isPresent()) {
                    value = tied(value, type, input.tied().getAsInt());
                }
            } else {
                var place = operand.memory().isPresent()
                        ? fn.places().memory(operand.memory().get())
                        : fn.expressions().aggregate(operand.value().orElseThrow());
                value = out.load(registerType(place.type()), place.pointer(), place.alignment(), place.isVolatile());
            }
            values.put(input.input(), value);
        }

        /** The two share one register: the narrower is widened, the output if need be. */
        private Operand tied(Operand value, Type type, int output) {
            var target = registerType(targets.get(output).type());
            if (!value.isInteger() || target.charAt(0) != 'i') {
                return value.isInteger() && target.startsWith("ptr")
                        ? out.cast("inttoptr", out.resize(value, types.pointerBits(), types.isSigned(type)), target)
                        : value.isPointer() && target.charAt(0) == 'i' ? pointerInInteger(value, target, output) : value;
            }
            int bits = new Operand(target, "").bits();
            if (value.bits() > bits) {
                widened.put(output, value.type());
                return value;
            }
            return out.resize(value, bits, types.isSigned(type));
        }

        private Operand pointerInInteger(Operand value, String target, int output) {
            var address = fn.conversions().address(value);
            if (address.bits() > new Operand(target, "").bits()) {
                widened.put(output, address.type());
            }
            return address;
        }

        private void memoryInput(int index) {
            var operand = asm.inputs().get(index);
            if (operand.memory().isPresent()) {
                memoryInputs.put(index, fn.places().memory(operand.memory().get()).pointer());
            } else {
                var value = operand.value().orElseThrow();
                memoryInputs.put(
                        index, fn.expressions().intoTemporary(value, QualifiedType.of(value.type())).pointer());
            }
        }

        private String argument(LlvmAsm.Argument argument) {
            return switch (argument) {
                case LlvmAsm.Argument.InputValue input -> values.get(input.input()).typed();
                case LlvmAsm.Argument.InputAddress input -> {
                    var operand = asm.inputs().get(input.input());
                    var type = operand.memory().map(m -> m.type())
                            .orElseGet(() -> QualifiedType.of(operand.value().orElseThrow().type()));
                    yield address(memoryInputs.get(input.input()), type);
                }
                case LlvmAsm.Argument.OutputAddress output -> {
                    var place = fn.memory(targets.get(output.output()), asm.at());
                    yield address(place.pointer(), place.type());
                }
                case LlvmAsm.Argument.OutputValue output -> outputValue(output.output()).typed();
            };
        }

        private String address(Operand pointer, QualifiedType type) {
            var element = types.isComplete(type) && !IrTypes.isVariable(type.type()) ? types.object(type) : "i8";
            return pointer.type() + " elementtype(" + element + ") " + pointer.text();
        }

        private Operand outputValue(int index) {
            var place = targets.get(index);
            var type = place.type().type();
            if (types.isScalar(type)) {
                return fn.places().toMemory(fn.places().load(place), type);
            }
            var memory = fn.memory(place, asm.at());
            return out.load(registerType(memory.type()), memory.pointer(), memory.alignment(), memory.isVolatile());
        }

        /** How an operand in a register is typed: a small struct as an integer of its size. */
        private String registerType(QualifiedType type) {
            if (types.isScalar(type.type())) {
                return types.memory(type.type());
            }
            long size = types.size(type);
            if (Long.bitCount(size) != 1 || size > 2L * types.model().pointer().size()) {
                throw Refusal.because(Refusal.ASM, asm.at(), "an asm operand of " + size + " bytes in a register");
            }
            return "i" + 8 * size;
        }

        private String resultType(int output) {
            return Optional.ofNullable(widened.get(output)).orElseGet(() -> registerType(targets.get(output).type()));
        }

        private String resultType() {
            var results = llvm.results();
            return switch (results.size()) {
                case 0 -> "void";
                case 1 -> resultType(results.get(0));
                default -> {
                    var text = new StringBuilder("{ ");
                    for (int i = 0; i < results.size(); i++) {
                        text.append(i == 0 ? "" : ", ").append(resultType(results.get(i)));
                    }
                    yield text.append(" }").toString();
                }
            };
        }

        private void storeResults(Operand result) {
            var results = llvm.results();
            for (int i = 0; i < results.size(); i++) {
                int output = results.get(i);
                var type = resultType(output);
                var value = results.size() == 1
                        ? result
                        : out.value(type, "extractvalue " + result.typed() + ", " + i);
                storeResult(targets.get(output), value);
            }
        }

        private void storeResult(Place place, Operand value) {
            var type = place.type().type();
            if (!types.isScalar(type)) {
                var memory = fn.memory(place, asm.at());
                out.store(value, memory.pointer(), memory.alignment(), memory.isVolatile());
                return;
            }
            var expected = types.memory(type);
            var narrowed = value;
            if (value.isInteger() && expected.charAt(0) == 'i') {
                narrowed = out.resize(value, new Operand(expected, "").bits(), false);
            } else if (value.isInteger() && expected.startsWith("ptr")) {
                narrowed = out.cast("inttoptr", value, expected);
            }
            fn.places().store(place, fn.places().fromMemory(narrowed, type));
        }

        /** Every jump gets an edge of its own: results are stored and scopes left there. */
        private void branch(String result, String call, String location) {
            var next = out.newLabel("next");
            var edges = new ArrayList<String>();
            asm.labels().forEach(l -> edges.add(out.newLabel("edge")));
            var text = new StringBuilder("callbr ").append(call).append(" to label %").append(next).append(" [");
            for (int i = 0; i < edges.size(); i++) {
                text.append(i == 0 ? "label %" : ", label %").append(edges.get(i));
                out.use(edges.get(i));
            }
            out.use(next);
            var value = terminator(result, text.append(']').append(location).toString());
            for (int i = 0; i < edges.size(); i++) {
                out.begin(edges.get(i));
                storeResults(value);
                fn.statements().jump(asm.labels().get(i).label());
            }
            out.begin(next);
            storeResults(value);
        }

        private Operand terminator(String type, String text) {
            if (type.equals("void")) {
                out.terminate(text);
                return Operand.VOID;
            }
            return new Operand(type, out.valueTerminator(text));
        }
    }
}
