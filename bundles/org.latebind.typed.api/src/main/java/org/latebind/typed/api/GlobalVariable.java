package org.latebind.typed.api;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * An object with static storage duration.
 *
 * @param name as declared
 * @param linkName the symbol: the name, an asm label, or made unique for statics of functions
 * @param defined false for an extern that is only referred to; a tentative definition is defined
 * @param initializer constant expressions only
 */
public record GlobalVariable(
        VariableId id,
        String name,
        String linkName,
        QualifiedType type,
        Linkage linkage,
        boolean threadLocal,
        boolean defined,
        Optional<TypedInitializer> initializer,
        SymbolAttributes attributes,
        Position at) {}
