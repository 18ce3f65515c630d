package org.latebind.bind.universe;

import org.latebind.btf.Btf;

/** Parts that their package keeps to itself. */
public final class BindParts {
    private BindParts() {}

    /** All types that check-layouts might compare with. */
    public static void shape(Btf btf, int pointerBytes) {
        var shapes = new BtfShapes(btf, pointerBytes);
        btf.types().forEach(type -> BtfShapes.kind(type).ifPresent(kind -> BtfShapes.name(type)
                .map(name -> new HeaderTypes.Name(kind, name)).filter(name -> !shapes.onlyDeclares(name)).ifPresent(shapes::named)));
    }
}
