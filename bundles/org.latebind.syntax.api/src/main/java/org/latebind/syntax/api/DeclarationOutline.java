package org.latebind.syntax.api;

import java.util.List;

/**
 * One file-scope declaration, cut out of a stream and not parsed.
 *
 * @param first index of its first token
 * @param end index after its last token
 * @param kind what it looks like
 * @param ordinary ordinary identifiers it declares at file scope: functions, variables
 * @param typedefs typedef names it declares
 * @param tags tags it <em>defines</em> (with a body), nested ones included
 * @param enumerators enumeration constants it declares, nested enums included
 * @param makesSomething whether it gives the object file something by itself: a definition with
 *     external linkage, one marked {@code used}, file-scope asm
 */
public record DeclarationOutline(
        int first,
        int end,
        Kind kind,
        List<String> ordinary,
        List<String> typedefs,
        List<String> tags,
        List<String> enumerators,
        boolean makesSomething) {

    /** What a declaration looks like from outside. */
    public enum Kind { FUNCTION_DEFINITION, DECLARATION, ASSERTION, FILE_ASM, PRAGMA, EMPTY }

    public DeclarationOutline {
        ordinary = List.copyOf(ordinary);
        typedefs = List.copyOf(typedefs);
        tags = List.copyOf(tags);
        enumerators = List.copyOf(enumerators);
    }
}
