package org.latebind.sema.api;

import java.util.EnumSet;
import java.util.Set;
import org.latebind.target.api.LanguageSettings;

/** Constraint violations that gcc, by version and {@code -Werror=}, takes for warnings or for errors. */
public enum PermissiveError {
    /** {@code -Wimplicit-function-declaration}. */
    IMPLICIT_FUNCTION,
    /** {@code -Wimplicit-int}. */
    IMPLICIT_INT,
    /** {@code -Wint-conversion}: between pointer and integer without a cast. */
    INT_CONVERSION,
    /** {@code -Wincompatible-pointer-types}. */
    INCOMPATIBLE_POINTERS,
    /** {@code -Wreturn-mismatch}: {@code return} with or without a value where the function's type says else. */
    RETURN_MISMATCH;

    /** What the compiler takes for an error when told nothing. */
    public static Set<PermissiveError> errorsByDefault(LanguageSettings language) {
        boolean strict = language.gcc().major() >= 14 && language.dialect().isC99OrLater();
        return strict ? EnumSet.allOf(PermissiveError.class) : EnumSet.noneOf(PermissiveError.class);
    }

    /** What kernels' Makefiles add to that. */
    public static Set<PermissiveError> errorsInKernel(LanguageSettings language) {
        var errors = EnumSet.of(IMPLICIT_FUNCTION, IMPLICIT_INT, INCOMPATIBLE_POINTERS);
        errors.addAll(errorsByDefault(language));
        return errors;
    }
}
