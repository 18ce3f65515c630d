package org.latebind.typed.api;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * A function, with a body where this unit defines it.
 *
 * @param linkName the symbol: the name, or an asm label
 * @param inline whether {@code inline} was written on any declaration
 */
public record TypedFunction(
        FunctionId id,
        String name,
        String linkName,
        Type.Function type,
        Linkage linkage,
        boolean inline,
        SymbolAttributes attributes,
        Optional<Body> body,
        Position at) {

    /**
     * @param parameters one local a parameter, in order
     * @param locals every local, indexed by its id
     * @param labelCount label ids are 0 to labelCount-1
     */
    public record Body(List<LocalId> parameters, List<LocalVariable> locals, int labelCount, TypedStatement.Block block) {
        public Body {
            parameters = List.copyOf(parameters);
            locals = List.copyOf(locals);
        }
    }
}
