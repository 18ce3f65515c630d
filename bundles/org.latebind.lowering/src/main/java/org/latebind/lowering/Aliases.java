package org.latebind.lowering;

import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.SymbolAttributes.Flag;

/** {@code __attribute__((alias("target")))}. */
final class Aliases {
    private Aliases() {}

    /** Everything up to the alias's type. */
    static String head(Linkage linkage, SymbolAttributes attributes) {
        var text = linkage == Linkage.INTERNAL ? "internal " : attributes.is(Flag.WEAK) ? "weak " : "";
        return text + Visibilities.local(attributes) + "alias ";
    }
}
