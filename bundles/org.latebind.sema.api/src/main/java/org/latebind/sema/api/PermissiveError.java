package org.latebind.sema.api;

import java.util.EnumSet;
import java.util.Set;
import org.latebind.target.api.LanguageSettings;

/** Constraint violations that gcc, by version and {@code -Werror=}, takes for warnings or for errors. */
public enum PermissiveError {
    /** Use of a function that is not declared. */
    IMPLICIT_FUNCTION("implicit-function-declaration", true),
    /** A declaration without a type. */
    IMPLICIT_INT("implicit-int", true),
    /** Between pointer and integer without a cast. */
    INT_CONVERSION("int-conversion", true),
    /** Between pointers to different types. */
    INCOMPATIBLE_POINTERS("incompatible-pointer-types", true),
    /**
     * {@code return} with or without a value where the function's type says else; {@code -Wreturn-type} before gcc 14.
     */
    RETURN_MISMATCH("return-mismatch", true),
    /** A declaration of a function that leaves its parameters open. */
    STRICT_PROTOTYPES("strict-prototypes", false),
    /** An initializer by its place for a structure with the attribute {@code designated_init}. */
    DESIGNATED_INIT("designated-init", false);

    private final String option;
    private final boolean violation;

    /** @param violation whether C forbids it, so that it is reported in any case */
    PermissiveError(String option, boolean violation) {
        this.option = option;
        this.violation = violation;
    }

    /** Whether a build wants to hear of it. */
    public boolean isReported(LanguageSettings language) {
        return violation || language.warnings().isAsked(option);
    }

    /** What the compiler takes for an error when told nothing. */
    public static Set<PermissiveError> errorsByDefault(LanguageSettings language) {
        boolean strict = language.gcc().major() >= 14 && language.dialect().isC99OrLater();
        return strict
                ? EnumSet.of(IMPLICIT_FUNCTION, IMPLICIT_INT, INT_CONVERSION, INCOMPATIBLE_POINTERS, RETURN_MISMATCH)
                : EnumSet.noneOf(PermissiveError.class);
    }

    /** With what a kernel's Makefiles make errors. */
    public static Set<PermissiveError> errorsInKernel(LanguageSettings language) {
        var warnings = language.warnings();
        var errors = EnumSet.noneOf(PermissiveError.class);
        errors.addAll(errorsByDefault(language));
        for (var kind : values()) {
            if (warnings.isError(kind.option)) {
                errors.add(kind);
            } else if (warnings.levels().containsKey(kind.option)) {
                // -Wno-error=..., -Wno-...
                errors.remove(kind);
            }
        }
        if (language.gcc().major() < 14 && warnings.isError("return-type")) {
            errors.add(RETURN_MISMATCH);
        }
        return errors;
    }
}
