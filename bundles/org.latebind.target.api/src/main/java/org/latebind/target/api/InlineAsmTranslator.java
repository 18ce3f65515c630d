package org.latebind.target.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.latebind.target.api.InlineAsmRules.Allows;
import org.latebind.target.api.LlvmAsm.Argument;

/**
 * Translates gcc's asm statements to LLVM's.
 *
 * <p>Operands keep gcc's numbers: LLVM, too, counts outputs, inputs, the hidden inputs of {@code +}
 * outputs, then labels.
 */
public final class InlineAsmTranslator {
    private final InlineAsmRules rules;

    public InlineAsmTranslator(InlineAsmRules rules) {
        this.rules = rules;
    }

    /**
     * Translates one statement.
     *
     * @throws UnsupportedAsmException when it is wrong, or not supported for this architecture
     */
    public LlvmAsm translate(AsmText asm) throws UnsupportedAsmException {
        return new Translation(new AsmAlternatives(rules).choose(asm)).run();
    }

    private final class Translation {
        private final AsmText asm;
        private final List<String> constraints = new ArrayList<>();
        private final List<Integer> results = new ArrayList<>();
        private final List<Argument> arguments = new ArrayList<>();
        private final List<Constraint> outputs = new ArrayList<>();

        Translation(AsmText asm) {
            this.asm = asm;
        }

        LlvmAsm run() throws UnsupportedAsmException {
            for (int i = 0; i < asm.outputs().size(); i++) {
                output(i);
            }
            for (int i = 0; i < asm.inputs().size(); i++) {
                input(i);
            }
            for (int i = 0; i < outputs.size(); i++) {
                readWrite(i);
            }
            for (int i = 0; i < asm.labels().size(); i++) {
                constraints.add("!i");
            }
            var names = new AsmTemplate.OperandNumbers(asm, hiddenInputs());
            var template = asm.extended()
                    ? new AsmTemplate(rules, names).translate(asm.template())
                    : asm.template().replace("$", "$$");
            for (var clobber : asm.clobbers()) {
                constraints.add(clobber(clobber));
            }
            constraints.addAll(rules.implicitClobbers());
            boolean sideEffects = asm.isVolatile()
                    || asm.outputs().isEmpty()
                    || !asm.labels().isEmpty();
            return new LlvmAsm(template, withoutRepeatedClobbers(), sideEffects, results, arguments);
        }

        private String withoutRepeatedClobbers() {
            var seen = new HashSet<String>();
            return constraints.stream()
                    .filter(c -> !c.startsWith("~") || seen.add(c))
                    .collect(Collectors.joining(","));
        }

        private int hiddenInputs() {
            return (int) outputs.stream().filter(Constraint::readWrite).count();
        }

        private void output(int index) throws UnsupportedAsmException {
            var operand = asm.outputs().get(index);
            if (!operand.constraint().startsWith("=") && !operand.constraint().startsWith("+")) {
                throw new UnsupportedAsmException(
                        "output constraint '" + operand.constraint() + "' does not begin with '=' or '+' or '+'");
            }
            var constraint = parse(operand, true);
            outputs.add(constraint);
            if (constraint.inMemory()) {
                constraints.add("=*" + constraint.llvm());
                arguments.add(new Argument.OutputAddress(index));
            } else if (constraint.inRegister()) {
                constraints.add("=" + constraint.llvm());
                results.add(index);
            } else {
                throw new UnsupportedAsmException(
                        "output constraint '" + operand.constraint() + "' allows neither register nor memory");
            }
        }

        private void input(int index) throws UnsupportedAsmException {
            var operand = asm.inputs().get(index);
            var tied = tiedOutput(operand.constraint());
            if (tied.isPresent()) {
                int output = tied.getAsInt();
                if (outputs.get(output).inMemory()) {
                    constraints.add("*" + outputs.get(output).llvm().replace("&", ""));
                    arguments.add(new Argument.InputAddress(index));
                } else {
                    constraints.add(Integer.toString(output));
                    arguments.add(new Argument.InputValue(index, tied));
                }
                return;
            }
            var constraint = parse(operand, false);
            if (constraint.inMemory()) {
                constraints.add("*" + constraint.llvm());
                arguments.add(new Argument.InputAddress(index));
            } else {
                constraints.add(constraint.llvm());
                arguments.add(new Argument.InputValue(index, OptionalInt.empty()));
            }
        }

        private void readWrite(int index) {
            var output = outputs.get(index);
            if (!output.readWrite()) {
                return;
            }
            if (output.inMemory()) {
                constraints.add("*" + output.llvm().replace("&", ""));
                arguments.add(new Argument.OutputAddress(index));
            } else {
                constraints.add(Integer.toString(index));
                arguments.add(new Argument.OutputValue(index));
            }
        }

        private OptionalInt tiedOutput(String constraint) throws UnsupportedAsmException {
            var text = constraint.startsWith("%") ? constraint.substring(1) : constraint;
            int output = -1;
            if (text.matches("\\d{1,2}")) {
                output = Integer.parseInt(text);
            } else if (text.startsWith("[") && text.endsWith("]")) {
                var name = text.substring(1, text.length() - 1);
                for (int i = 0; i < asm.outputs().size(); i++) {
                    if (asm.outputs().get(i).name().filter(name::equals).isPresent()) {
                        output = i;
                    }
                }
            } else {
                return OptionalInt.empty();
            }
            if (output < 0 || output >= asm.outputs().size()) {
                throw new UnsupportedAsmException("constraint '" + constraint + "' matches no output");
            }
            return OptionalInt.of(output);
        }

        private String clobber(String name) throws UnsupportedAsmException {
            if (name.equals("memory") || name.equals("cc")) {
                return "~{" + name + "}";
            }
            var bare = name.startsWith("%") ? name.substring(1) : name;
            return "~{"
                    + rules.clobberedRegister(bare)
                            .orElseThrow(() -> new UnsupportedAsmException("unknown clobber '" + name + "'"))
                    + "}";
        }

        /**
         * @param output a result that may be in a register is never in memory: LLVM ends the process where it
         *     chooses memory for one
         */
        private Constraint parse(AsmText.Operand operand, boolean output) throws UnsupportedAsmException {
            var text = operand.constraint();
            var llvm = new StringBuilder();
            boolean register = false;
            boolean memory = false;
            boolean immediate = false;
            boolean readWrite = false;
            var inMemory = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                switch (c) {
                    case '=', '?', '!', '*', ' ', '\t' -> at++;
                    case '+' -> {
                        readWrite = true;
                        at++;
                    }
                    case '&', '%' -> {
                        llvm.append(c);
                        at++;
                    }
                    case '#' -> at = endOfAlternative(text, at);
                    case 'g' -> {
                        llvm.append(output ? "r" : "imr");
                        register = true;
                        memory = true;
                        immediate = true;
                        at++;
                    }
                    case 'X' -> {
                        llvm.append('X');
                        register = true;
                        at++;
                    }
                    default -> {
                        final int here = at;
                        var code = rules.constraint(text, at)
                                .orElseThrow(() -> new UnsupportedAsmException("constraint '" + text
                                        + "' is not supported here: '" + text.charAt(here) + "' is unknown"));
                        (output && code.allows() == Allows.MEMORY ? inMemory : llvm).append(code.llvm());
                        at += code.length();
                        register |= code.allows() == Allows.REGISTER
                                || code.allows() == Allows.FLAG
                                || code.allows() == Allows.ADDRESS;
                        memory |= code.allows() == Allows.MEMORY;
                        immediate |= code.allows() == Allows.IMMEDIATE;
                    }
                }
            }
            if (!register && !memory && !immediate) {
                throw new UnsupportedAsmException("constraint '" + text + "' allows nothing");
            }
            if (operand.register().isPresent() && register) {
                var name = operand.register().get();
                var pinned = rules.register(name)
                        .orElseThrow(() -> new UnsupportedAsmException("unknown register '" + name + "'"));
                var early = text.contains("&") ? "&" : "";
                return new Constraint(early + "{" + pinned.llvm() + "}", true, false, readWrite);
            }
            if (!register) {
                llvm.append(inMemory);
            }
            return new Constraint(llvm.toString(), register, memory, readWrite);
        }

        private static int endOfAlternative(String text, int at) {
            int comma = text.indexOf(',', at);
            return comma < 0 ? text.length() : comma;
        }
    }

    private record Constraint(String llvm, boolean inRegister, boolean allowsMemory, boolean readWrite) {
        boolean inMemory() {
            return allowsMemory && !inRegister;
        }
    }
}
