package org.latebind.parser;

import java.util.List;
import java.util.Set;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.token.api.Token;

/** Tells from a declaration's tokens whether it gives the object file something by itself. */
final class Definitions {
    private static final Set<String> NOT_A_DEFINITION =
            Set.of("extern", "typedef", "static", "inline", "__inline", "__inline__");

    private Definitions() {}

    /** @param name the first name that it declares */
    static boolean makesSomething(List<Token> tokens, DeclarationOutline.Kind kind, String name) {
        boolean external = true;
        boolean declared = false;
        for (int i = 0; i < tokens.size(); i++) {
            var text = tokens.get(i).text();
            if (text.equals("{") || text.equals("=")) {
                break;
            }
            if (keeps(text)) {
                return true;
            }
            if (!declared && NOT_A_DEFINITION.contains(text)) {
                external = false;
            }
            if (!declared && text.equals(name)) {
                declared = true;
                boolean prototype = kind == DeclarationOutline.Kind.DECLARATION
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).isPunctuator("(");
                external &= !prototype;
            }
        }
        return external;
    }

    private static boolean keeps(String word) {
        return GnuAttribute.named(AttributeParser.plainName(word)).filter(GnuAttribute::keepsDefinition).isPresent();
    }
}
