package org.latebind.bind.universe;

import java.util.Map;
import org.latebind.bind.unit.Targets;
import org.latebind.btf.Btf;
import org.latebind.target.api.TargetDescription;

/** Wires what the framework wires. */
public final class BindParts {
    private BindParts() {}

    public static Targets targets(TargetDescription only) {
        var targets = new Targets();
        targets.addDescription(only, Map.of("service.id", 1L));
        return targets;
    }

    /** All types that check-layouts might compare with. */
    public static void shape(Btf btf, int pointerBytes) {
        var shapes = new BtfShapes(btf, pointerBytes);
        btf.types().forEach(type -> BtfShapes.kind(type).ifPresent(kind -> BtfShapes.name(type)
                .map(name -> new HeaderTypes.Name(kind, name)).filter(name -> !shapes.onlyDeclares(name)).ifPresent(shapes::named)));
    }
}
