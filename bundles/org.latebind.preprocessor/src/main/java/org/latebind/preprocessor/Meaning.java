package org.latebind.preprocessor;

import java.util.Objects;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Macro;
import org.latebind.token.api.MacroOrigin;

/**
 * What a name stands for while it is a macro. One of a kernel header is known by its place, and its
 * definition is read when it is first used: most macros of a unit never are.
 */
final class Meaning {
    private static final int NOWHERE = -1;

    /** Gives the definition that a directive of a header makes. */
    interface Definitions {
        Definition at(SourceFile header, int directive);
    }

    private final SourceFile header;
    private final int directive;
    private final Definitions definitions;
    private volatile Definition definition;

    private Meaning(SourceFile header, int directive, Definitions definitions, Definition definition) {
        this.header = header;
        this.directive = directive;
        this.definitions = definitions;
        this.definition = definition;
    }

    /** A definition that no kernel header makes. */
    Meaning(Definition definition) {
        this(null, NOWHERE, null, definition);
    }

    /** @param directive index of the {@code #} of its {@code #define} */
    static Meaning inFile(SourceFile file, int directive, Definition definition) {
        return file.origin() == Origin.KERNEL
                ? new Meaning(file, directive, null, definition)
                : new Meaning(definition);
    }

    static Meaning of(MacroOrigin origin, Definitions definitions) {
        return switch (origin) {
            case MacroOrigin.InHeader in -> new Meaning(in.header(), in.directive(), definitions, null);
            case MacroOrigin.Elsewhere elsewhere -> new Meaning(new Definition(elsewhere.macro(), problem -> {}));
        };
    }

    Definition definition() {
        var known = definition;
        if (known == null) {
            known = definitions.at(header, directive);
            definition = known;
        }
        return known;
    }

    Macro macro() {
        return definition().macro;
    }

    MacroOrigin origin() {
        return header == null ? new MacroOrigin.Elsewhere(macro()) : new MacroOrigin.InHeader(header, directive);
    }

    /** Whether this is the same macro from the same place: tokens of its body carry that place with them. */
    boolean same(Meaning other) {
        if (this == other) {
            return true;
        }
        if (directive != other.directive) {
            return false;
        }
        return directive == NOWHERE
                ? macro().definition().equals(other.macro().definition()) && macro().means(other.macro())
                : Objects.equals(header, other.header);
    }
}
