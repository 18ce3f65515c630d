package org.latebind.cc;

import java.util.Set;
import org.latebind.target.api.Personality;
import org.latebind.token.api.FeatureAnswers;

/** The target's personality as the preprocessor asks for it. */
record Answers(Personality personality) implements FeatureAnswers {
    @Override
    public Set<String> operators() {
        return personality.operators();
    }

    @Override
    public int answer(String operator, String operand) {
        return personality.answer(operator, operand);
    }
}
