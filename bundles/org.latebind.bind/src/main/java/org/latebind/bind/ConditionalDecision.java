package org.latebind.bind;

import java.util.List;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.Token;

/** Decides the groups of one conditional in order, C11 6.10.1. */
final class ConditionalDecision {
    private final Preprocessor preprocessor;
    private final List<Token> tokens;
    private boolean done;

    ConditionalDecision(Preprocessor preprocessor, List<Token> tokens) {
        this.preprocessor = preprocessor;
        this.tokens = tokens;
    }

    /** Whether the group is the one that is taken; to be asked of each group in turn. */
    boolean taken(Span directive) {
        if (done) {
            return false;
        }
        var line = tokens.subList(directive.first(), directive.end());
        var operand = line.subList(1, line.size());
        done = switch (line.getFirst().text()) {
            case "ifdef", "elifdef" -> isDefined(operand);
            case "ifndef", "elifndef" -> !isDefined(operand);
            case "if", "elif" -> preprocessor.evaluate(operand);
            default -> true;
        };
        return done;
    }

    private boolean isDefined(List<Token> operand) {
        return !operand.isEmpty() && preprocessor.macro(operand.getFirst().text()).isPresent();
    }
}
