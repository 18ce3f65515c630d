package org.latebind.target.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.latebind.target.api.InlineAsmRules.Allows;

/**
 * Chooses one of the alternatives that constraints offer.
 *
 * <pre>
 * "=r,m" (x), "=m,r" (y) : "i,r" (z)     ─▶     "=m" (x), "=r" (y) : "r" (z)
 * </pre>
 *
 * <p>A compiler may choose any that its operands fit. A value fits where a register is allowed, or memory
 * and nothing else, so the first alternative is taken in which that is so for all. LLVM chooses for each
 * operand by itself, and ends the process where it chooses memory for a result.
 */
final class AsmAlternatives {
    private final InlineAsmRules rules;

    AsmAlternatives(InlineAsmRules rules) {
        this.rules = rules;
    }

    /** The statement with one alternative in each constraint. */
    AsmText choose(AsmText asm) throws UnsupportedAsmException {
        int count = Stream.concat(asm.outputs().stream(), asm.inputs().stream())
                .mapToInt(o -> alternatives(o).size()).max().orElse(1);
        if (count == 1) {
            return asm;
        }
        int chosen = IntStream.range(0, count)
                .filter(i -> Stream.concat(asm.outputs().stream(), asm.inputs().stream()).allMatch(o -> fits(o, i)))
                .findFirst()
                .orElseThrow(() -> new UnsupportedAsmException(
                        "no alternative of the constraints allows a register, or memory alone, for every operand"));
        return new AsmText(
                asm.template(), asm.extended(), asm.isVolatile(), chosen(asm.outputs(), chosen), chosen(asm.inputs(), chosen),
                asm.clobbers(), asm.labels());
    }

    private static List<String> alternatives(AsmText.Operand operand) {
        return List.of(operand.constraint().replaceFirst("^[=+]", "").split(",", -1));
    }

    private static List<AsmText.Operand> chosen(List<AsmText.Operand> operands, int index) {
        return operands.stream().map(o -> new AsmText.Operand(o.name(), chosen(o, index), o.register(), o.bytes())).toList();
    }

    private static String chosen(AsmText.Operand operand, int index) {
        var all = alternatives(operand);
        var direction = operand.constraint().matches("(?s)[=+].*") ? operand.constraint().substring(0, 1) : "";
        return all.size() == 1 ? operand.constraint() : index < all.size() ? direction + all.get(index) : direction;
    }

    private boolean fits(AsmText.Operand operand, int index) {
        var all = alternatives(operand);
        if (all.size() > 1 && index >= all.size()) {
            return false;
        }
        var text = all.get(Math.min(index, all.size() - 1)).replaceAll("[&%?!*\\s]|#.*", "");
        if (text.matches("\\d+|\\[.*|.*[gX].*")) {
            return true;
        }
        boolean memoryOnly = !text.isEmpty();
        for (int at = 0; at < text.length();) {
            Optional<InlineAsmRules.ConstraintCode> code = rules.constraint(text, at);
            if (code.isEmpty()) {
                return false;
            }
            if (code.get().allows() != Allows.MEMORY && code.get().allows() != Allows.IMMEDIATE) {
                return true;
            }
            memoryOnly &= code.get().allows() == Allows.MEMORY;
            at += code.get().length();
        }
        return memoryOnly;
    }
}
