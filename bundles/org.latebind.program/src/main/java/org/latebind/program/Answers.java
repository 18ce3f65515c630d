package org.latebind.program;

import java.util.Set;
import org.latebind.target.api.Personality;
import org.latebind.token.api.FeatureAnswers;

/** The target's personality as the preprocessor asks for it. */
record Answers(Personality personality) implements FeatureAnswers {
    @Override
    public Set<String> operators() {
        return Set.of("__has_attribute", "__has_builtin");
    }

    @Override
    public int answer(String operator, String operand) {
        return operator.equals("__has_builtin")
                ? personality.hasBuiltin(operand)
                : personality.hasAttribute(operand);
    }
}
