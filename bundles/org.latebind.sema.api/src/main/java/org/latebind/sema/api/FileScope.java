package org.latebind.sema.api;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Declaration;
import org.latebind.typed.api.SymbolAttributes.Visibility;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The file scope of a translation unit. Declarations are handed out when a name is needed, so that
 * only what is reached has to be parsed.
 *
 * <p>Each look-up gives, in source order, every declaration that declares the name in that name
 * space at file scope; an empty list where there is none. The same declaration is the same object in
 * every answer: analysis keys what it has done by identity.
 */
@ConsumerType
public interface FileScope {
    /** Declarations of a function or object, its definition among them. */
    List<Declaration> ordinary(String name);

    /** Declarations of a typedef name. */
    List<Declaration> typedef(String name);

    /** Declarations that hold the definition (with a body) of a struct, union or enum tag. */
    List<Declaration> tag(String name);

    /** Declarations that hold the enumeration constant. */
    List<Declaration> enumerator(String name);

    /**
     * What is analyzed whether or not anything refers to it, in source order: the module's own
     * definitions, definitions in headers that have external linkage or {@code used}, file-scope asm,
     * static assertions.
     */
    List<Declaration> roots();

    /** The state of the pragmas where a declaration begins. */
    default Pragmas pragmas(Declaration declaration) {
        return Pragmas.NONE;
    }

    /**
     * Names that can be used here, macros among them: what a name that is not declared may be a
     * misspelling of. Asked for messages only.
     */
    default SortedSet<String> knownNames() {
        return Collections.emptySortedSet();
    }

    /** Whether a declaration of the name has errors of its own, so that a use of it is not another one. */
    default boolean isBroken(String name) {
        return false;
    }

    /** Where one of {@link #knownNames} is declared; {@link Position#NONE} where that is not known. */
    default Position declaredAt(String name) {
        return Position.NONE;
    }

    /** What is uncertain about the unit's own text; nothing where macros are expanded. */
    default Speculation speculation() {
        return Speculation.NONE;
    }

    /**
     * Pragmas that change what a declaration means.
     *
     * @param pack bytes of {@code #pragma pack}, 0 for none
     * @param visibility of {@code #pragma GCC visibility}
     */
    record Pragmas(int pack, Visibility visibility) {
        public static final Pragmas NONE = new Pragmas(0, Visibility.DEFAULT);
    }
}
