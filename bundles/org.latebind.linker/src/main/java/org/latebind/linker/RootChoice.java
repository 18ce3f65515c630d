package org.latebind.linker;

import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Origin;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.token.api.Token;

/**
 * Which declarations are analysed whether or not they are referred to.
 *
 * <p>Of the module all, as its compiler would. Of headers what makes something by itself: asm,
 * definitions with external linkage, whatever is marked {@code used}. Assertions in kernel headers
 * held when that kernel was built, so they are left unread.
 */
final class RootChoice {
    private static final Set<String> NOT_A_DEFINITION =
            Set.of("extern", "typedef", "static", "inline", "__inline", "__inline__");
    private static final Set<String> USED = Set.of(
            "used", "__used__", "constructor", "__constructor__", "destructor", "__destructor__");

    private RootChoice() {}

    static boolean isRoot(DeclarationOutline outline, List<Token> tokens) {
        return switch (outline.kind()) {
            case FILE_ASM -> true;
            case PRAGMA, EMPTY -> false;
            case ASSERTION -> isModules(outline, tokens);
            case DECLARATION, FUNCTION_DEFINITION -> isModules(outline, tokens) || makesSomething(outline, tokens);
        };
    }

    /** A declaration that a kernel macro makes belongs to the file that used the macro. */
    private static boolean isModules(DeclarationOutline outline, List<Token> tokens) {
        return tokens.get(outline.first()).blame().file().origin() != Origin.KERNEL;
    }

    private static boolean makesSomething(DeclarationOutline outline, List<Token> tokens) {
        if (outline.ordinary().isEmpty()) {
            return false;
        }
        var name = outline.ordinary().getFirst();
        boolean external = true;
        boolean declared = false;
        for (int i = outline.first(); i < outline.end(); i++) {
            var text = tokens.get(i).text();
            if (text.equals("{") || text.equals("=")) {
                break;
            }
            if (USED.contains(text)) {
                return true;
            }
            if (!declared && NOT_A_DEFINITION.contains(text)) {
                external = false;
            }
            if (!declared && text.equals(name)) {
                declared = true;
                boolean prototype = outline.kind() == DeclarationOutline.Kind.DECLARATION
                        && i + 1 < outline.end()
                        && tokens.get(i + 1).isPunctuator("(");
                external &= !prototype;
            }
        }
        return external;
    }
}
