package org.latebind.diagnostics.api;

/** Whose file a source file is; decides who is to blame and how {@code __FILE__} is spelled. */
public enum Origin {
    /** The developer's own C file or header; its path is relative to the module's folder. */
    MODULE,
    /** A header of the kernel; its path is relative to the kernel's source tree. */
    KERNEL,
    /** Predefined macros, command-line definitions and other text that no file holds. */
    BUILT_IN
}
