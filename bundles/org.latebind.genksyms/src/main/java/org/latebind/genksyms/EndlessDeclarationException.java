package org.latebind.genksyms;

/**
 * genksyms does not end on a file: a declaration like {@code int a, b(int c);} ties the chain of its tokens into a ring.
 * A kernel's build hangs there.
 */
public final class EndlessDeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndlessDeclarationException(String name) {
        super("genksyms does not end on the declaration of '" + name + "'");
    }
}
