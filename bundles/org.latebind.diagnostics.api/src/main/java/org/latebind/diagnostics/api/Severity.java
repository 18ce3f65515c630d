package org.latebind.diagnostics.api;

/** How bad a diagnostic is. */
public enum Severity {
    /** The result would be wrong or cannot be made: exit status 1 (or 2 for unreadable input). */
    ERROR,
    /** The result is right, but the user should know. */
    WARNING;

    public String label() {
        return this == ERROR ? "error" : "warning";
    }
}
