package org.latebind.sema.api;

/** What is known of the names that a unit does not declare. */
public enum AnalysisMode {
    /** Every name is declared, or its use is an error. */
    BOUND,
    /**
     * A name that nothing declares may be a kernel's: it has {@link org.latebind.typed.api.Type.Unknown},
     * and only errors in which no such name takes part are reported. The result is not to be lowered.
     */
    DEFERRED_CHECK
}
