package org.latebind.syntax.api;

import java.util.List;
import java.util.Objects;

/**
 * The outline of tokens that begin and end between two file-scope declarations: it stands for
 * itself, wherever the tokens are met in a unit.
 *
 * @param asked the typedef names that its cuts depend on: the outline holds where the answers do
 */
public record RunOutline(List<DeclarationOutline> declarations, List<Asked> asked) {

    /** An identifier and whether it was a typedef name. */
    public record Asked(String name, boolean typedef) {
        public Asked {
            Objects.requireNonNull(name);
        }
    }

    public RunOutline {
        declarations = List.copyOf(declarations);
        asked = List.copyOf(asked);
    }

    /** Whether the outline holds where these are the typedef names. */
    public boolean holds(TypedefNames names) {
        return asked.stream().allMatch(asked -> names.isTypedefName(asked.name()) == asked.typedef());
    }
}
