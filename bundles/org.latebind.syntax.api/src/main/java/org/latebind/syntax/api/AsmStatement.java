package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;

/**
 * GNU assembler text.
 *
 * @param isVolatile as written; an asm without outputs is volatile all the same
 * @param extended whether there is a colon: basic asm has no operands and no {@code %} escapes
 * @param template the string, an {@link Expression.Text} once bound
 * @param labels of {@code asm goto}
 */
public record AsmStatement(
        Span span,
        boolean isVolatile,
        boolean isInline,
        boolean isGoto,
        boolean extended,
        Expression template,
        List<Operand> outputs,
        List<Operand> inputs,
        List<Expression> clobbers,
        List<String> labels)
        implements Node {
    public AsmStatement {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
        clobbers = List.copyOf(clobbers);
        labels = List.copyOf(labels);
    }

    /** {@code [name] "constraint" (value)}. */
    public record Operand(Span span, Optional<String> name, Expression constraint, Expression value) implements Node {}
}
