package org.latebind.typed.api;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * GNU assembler text with its operands, in gcc's own notation: translating constraints and
 * modifiers is the target's work in lowering.
 *
 * @param template as written, escapes of the string literal resolved
 * @param labels operands of {@code asm goto}
 */
public record TypedAsm(
        String template,
        boolean isVolatile,
        boolean extended,
        boolean isGoto,
        List<Output> outputs,
        List<Input> inputs,
        List<String> clobbers,
        List<LabelOperand> labels,
        Position at) {
    public TypedAsm {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
        clobbers = List.copyOf(clobbers);
        labels = List.copyOf(labels);
    }

    /** {@code constraint} with its {@code =} or {@code +}. */
    public record Output(Optional<String> name, String constraint, Lvalue target) {}

    /**
     * An input: a value, or an lvalue where the constraint allows memory only.
     *
     * @param memory present where the operand is an lvalue that a memory constraint may take
     * @param value absent only where the operand has no value (a struct for {@code "m"})
     */
    public record Input(Optional<String> name, String constraint, Optional<Lvalue> memory, Optional<Rvalue> value) {}

    public record LabelOperand(String name, LabelId label) {}
}
