package org.latebind.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.VariableId;

/** Constant variables by their values: {@code static const int a = 5; static int b = a + 1;}. */
final class ConstantVariables {
    private final Map<VariableId, Rvalue> values = new HashMap<>();
    private final Set<VariableId> beingFolded = new HashSet<>();

    ConstantVariables(List<GlobalVariable> variables) {
        for (var variable : variables) {
            boolean fixed = variable.type().isConst() && !variable.type().isVolatile()
                    && !variable.attributes().is(Flag.WEAK);
            if (fixed && variable.initializer().orElse(null) instanceof TypedInitializer.Single single) {
                values.put(variable.id(), single.value());
            }
        }
    }

    /** Empty also for one that is defined by itself. */
    Optional<Constant> value(VariableId variable, Function<Rvalue, Optional<Constant>> fold) {
        var value = values.get(variable);
        if (value == null || !beingFolded.add(variable)) {
            return Optional.empty();
        }
        try {
            return fold.apply(value);
        } finally {
            beingFolded.remove(variable);
        }
    }
}
