package org.latebind.target.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A gcc asm statement, reduced to what {@link InlineAsmTranslator} needs.
 *
 * @param template the string as the program has it
 * @param extended whether a colon follows the template; in basic asm {@code %} is an ordinary
 *     character
 * @param isVolatile as written
 * @param labels of {@code asm goto}
 */
public record AsmText(
        String template,
        boolean extended,
        boolean isVolatile,
        List<Operand> outputs,
        List<Operand> inputs,
        List<String> clobbers,
        List<String> labels) {

    /**
     * An operand.
     *
     * @param name of {@code [name]}, empty if none
     * @param constraint as written
     * @param register the register of {@code register T v asm("register")}, where the operand is such
     *     a variable
     * @param bytes size of an integer or pointer, 0 for anything else
     */
    public record Operand(Optional<String> name, String constraint, Optional<String> register, int bytes) {
        public Operand {
            Objects.requireNonNull(name);
            Objects.requireNonNull(constraint);
            Objects.requireNonNull(register);
        }
    }

    public AsmText {
        Objects.requireNonNull(template);
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
        clobbers = List.copyOf(clobbers);
        labels = List.copyOf(labels);
    }
}
