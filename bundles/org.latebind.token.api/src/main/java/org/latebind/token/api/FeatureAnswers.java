package org.latebind.token.api;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the compiler says it can do: the personality's part of the preprocessor. {@code
 * __has_include} and {@code __has_include_next} are not asked here, they go to the {@link
 * IncludeResolver}.
 */
@ConsumerType
public interface FeatureAnswers {
    /**
     * The operators there are, {@code __has_attribute}, {@code __has_builtin} ...; {@code #ifdef} of
     * one of them is true, any other is an ordinary name.
     */
    Set<String> operators();

    /**
     * The value of {@code operator(operand)}.
     *
     * @param operand as written, without white space; may be scoped ({@code gnu::packed}). For
     *     attributes {@code __x__} is given as {@code x}
     * @return 0 for no; other values as the operator has them (1, 201904 ...)
     */
    int answer(String operator, String operand);

    /** No operators. */
    FeatureAnswers NONE = new FeatureAnswers() {
        @Override
        public Set<String> operators() {
            return Set.of();
        }

        @Override
        public int answer(String operator, String operand) {
            return 0;
        }
    };
}
