package org.latebind.bind.unit;

import org.latebind.diagnostics.api.Origin;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.token.api.Token;

/**
 * Which declarations are analyzed whether or not they are referred to.
 *
 * <p>Of the module all, as its compiler would. Of headers what makes something by itself. Assertions
 * in kernel headers held when that kernel was built, so they are left unread.
 */
final class RootChoice {
    private RootChoice() {}

    /** @param modules whether the declaration is the module's own */
    static boolean isRoot(DeclarationOutline outline, boolean modules) {
        return switch (outline.kind()) {
            case FILE_ASM -> true;
            case PRAGMA, EMPTY -> false;
            case ASSERTION -> modules;
            case DECLARATION, FUNCTION_DEFINITION -> modules || outline.makesSomething();
        };
    }

    /** A declaration that a kernel macro makes belongs to the file that used the macro. */
    static boolean isModules(Token first) {
        return first.blame().file().origin() != Origin.KERNEL;
    }
}
