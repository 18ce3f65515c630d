package org.latebind.target.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rewrites the template of an extended asm: {@code %w[x]} becomes {@code ${1:w}}. */
final class AsmTemplate {
    private final InlineAsmRules rules;
    private final OperandNumbers numbers;
    private final StringBuilder out = new StringBuilder();
    private String template = "";
    private int at;

    AsmTemplate(InlineAsmRules rules, OperandNumbers numbers) {
        this.rules = rules;
        this.numbers = numbers;
    }

    String translate(String text) throws UnsupportedAsmException {
        template = text;
        while (at < template.length()) {
            char c = template.charAt(at);
            switch (c) {
                case '$' -> {
                    out.append("$$");
                    at++;
                }
                case '%' -> escape();
                case '{' -> alternatives();
                default -> {
                    out.append(c);
                    at++;
                }
            }
        }
        return out.toString();
    }

    /** Of {@code {first|second}} the first is the dialect that gcc writes unless told otherwise. */
    private void alternatives() throws UnsupportedAsmException {
        int end = at + 1;
        int bar = -1;
        while (end < template.length() && template.charAt(end) != '}') {
            if (template.charAt(end) == '%') {
                end++;
            } else if (template.charAt(end) == '|' && bar < 0) {
                bar = end;
            }
            end++;
        }
        if (end >= template.length()) {
            throw new UnsupportedAsmException("unterminated assembler dialect alternative");
        }
        var first = template.substring(at + 1, bar < 0 ? end : bar);
        template = template.substring(0, at) + first + template.substring(end + 1);
    }

    private void escape() throws UnsupportedAsmException {
        at++;
        if (at == template.length()) {
            throw new UnsupportedAsmException("'%' at the end of the template");
        }
        char c = template.charAt(at);
        switch (c) {
            case '%', '{', '|', '}' -> {
                out.append(c);
                at++;
            }
            case '=' -> {
                out.append("${:uid}");
                at++;
            }
            default -> operand();
        }
    }

    private void operand() throws UnsupportedAsmException {
        char modifier = 0;
        if (Character.isLetter(template.charAt(at))) {
            modifier = template.charAt(at++);
        }
        int number;
        if (at < template.length() && template.charAt(at) == '[') {
            int end = template.indexOf(']', at);
            if (end < 0) {
                throw new UnsupportedAsmException("unterminated operand name in the template");
            }
            number = numbers.ofName(template.substring(at + 1, end));
            at = end + 1;
        } else {
            int start = at;
            while (at < template.length() && template.charAt(at) >= '0' && template.charAt(at) <= '9') {
                at++;
            }
            if (start == at || at - start > 3) {
                throw new UnsupportedAsmException("'%" + (modifier == 0 ? "" : modifier)
                        + template.substring(start, Math.min(start + 1, template.length()))
                        + "' in the template names no operand");
            }
            number = numbers.check(Integer.parseInt(template.substring(start, at)));
        }
        appendOperand(modifier, number);
    }

    private void appendOperand(char modifier, int number) throws UnsupportedAsmException {
        if (modifier == 0) {
            // With a digit behind it, $1 would read as another operand's number.
            out.append("${").append(number).append('}');
        } else if (modifier == 'l' && numbers.isLabel(number)) {
            out.append("${").append(number).append(":l}");
        } else {
            var suffix = rules.sizeSuffix(modifier, numbers.bytes(number));
            out.append(suffix.isPresent() ? suffix.get() : modified(modifier, number));
        }
    }

    private String modified(char modifier, int number) throws UnsupportedAsmException {
        var llvm = rules.modifier(modifier).orElseThrow(() -> new UnsupportedAsmException(
                "operand modifier '" + modifier + "' is not supported on this target, or not for such an operand"));
        return "${" + number + (llvm.isEmpty() ? "" : ":" + llvm) + "}";
    }

    /** Numbers of operands and labels. */
    static final class OperandNumbers {
        private final List<String> names = new ArrayList<>();
        private final List<AsmText.Operand> operands;
        private final int firstLabel;

        OperandNumbers(AsmText asm, int hiddenInputs) {
            operands = Stream.concat(asm.outputs().stream(), asm.inputs().stream()).toList();
            operands.forEach(operand -> names.add(operand.name().orElse("")));
            for (int i = 0; i < hiddenInputs; i++) {
                names.add("");
            }
            firstLabel = names.size();
            names.addAll(asm.labels());
        }

        boolean isLabel(int number) {
            return number >= firstLabel;
        }

        int bytes(int number) {
            return number < operands.size() ? operands.get(number).bytes() : 0;
        }

        int check(int number) throws UnsupportedAsmException {
            if (number >= names.size()) {
                throw new UnsupportedAsmException("the template uses operand " + number + " of " + names.size());
            }
            return number;
        }

        int ofName(String name) throws UnsupportedAsmException {
            int index = names.indexOf(name);
            if (index < 0 || name.isEmpty()) {
                throw new UnsupportedAsmException("the template names an unknown operand '" + name + "'");
            }
            return index;
        }
    }
}
