package org.latebind.lowering;

import java.util.Set;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
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

    static String target(String name, Set<String> defined, Position at) {
        var symbol = IrText.global(name);
        if (!defined.contains(symbol)) {
            throw undefined(name, at);
        }
        return symbol;
    }

    static DiagnosticException undefined(String name, Position at) {
        return Refusal.because(Refusal.SYMBOL, at, "alias of '" + name + "', which this unit does not define");
    }
}
