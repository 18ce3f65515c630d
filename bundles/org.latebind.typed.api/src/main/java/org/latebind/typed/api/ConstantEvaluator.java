package org.latebind.typed.api;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Evaluates what can be evaluated without running the program.
 *
 * <p>No algebraic simplification: {@code x * 0} is not constant where {@code x} is not, as {@code
 * __is_constexpr} relies on. Unevaluated operands ({@code 0 && f()}) do not matter.
 */
@ProviderType
public interface ConstantEvaluator {
    /** The value of an integer expression gcc would fold, wrapped to its type; else empty. */
    Optional<BigInteger> integer(Rvalue expression);

    /**
     * The value where C requires an integer constant: as {@link #integer}, but a {@code
     * __builtin_constant_p} that is not decided yet is 0, as in gcc.
     */
    Optional<BigInteger> required(Rvalue expression);

    /**
     * Whether gcc's {@code __builtin_constant_p} is already decided as true by folding: also string
     * literal addresses and floating constants.
     */
    boolean isConstant(Rvalue expression);

    /**
     * The image of an object with static storage duration.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException where an initializer element is not
     *     constant or cannot be represented, at that element
     */
    StaticImage image(QualifiedType type, Optional<TypedInitializer> initializer);

    /** One in whose images constant variables with a scalar's initializer stand for their values, as in gcc's. */
    ConstantEvaluator knowing(List<GlobalVariable> variables);
}
