package org.latebind.syntax.api;

import java.util.Set;

/**
 * What a module's own files say about names at file scope, in any of their branches.
 *
 * @param typedefs declared as typedef names
 * @param ordinary declared as functions, variables or enumerators
 * @param macros defined as macros
 * @param unbalanced macros of which a definition opens or closes more brackets than it closes or opens
 */
public record ModuleNames(Set<String> typedefs, Set<String> ordinary, Set<String> macros, Set<String> unbalanced) {
    public static final ModuleNames NONE = new ModuleNames(Set.of(), Set.of(), Set.of(), Set.of());

    public ModuleNames {
        typedefs = Set.copyOf(typedefs);
        ordinary = Set.copyOf(ordinary);
        macros = Set.copyOf(macros);
        unbalanced = Set.copyOf(unbalanced);
    }

    /** Names of which no macro has brackets of its own. */
    public ModuleNames(Set<String> typedefs, Set<String> ordinary, Set<String> macros) {
        this(typedefs, ordinary, macros, Set.of());
    }
}
