package org.latebind.ir;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.constant;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;

import java.util.List;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;
import org.latebind.ir.api.UnitPlan.SearchedFolder;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.NodeFamily;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.PartType;

/** The shapes of what a deferred module holds besides the tree's nodes. */
final class PlanShapes implements NodeFamily {
    static final PartType<DeferredItem> ITEM = PartType.node(DeferredItem.class);
    static final PartType<List<DeferredItem>> ITEMS = many(ITEM);
    static final PartType<List<ModulePlan>> MODULES = many(new PartType.Shaped<>(new PlanShapes().module));

    private final NodeShape<MacroOption> macro =
            shape(MacroOption.class, "MacroOption", part("name", TEXT), part("value", maybe(TEXT)));
    private final NodeShape<SearchedFolder> folder =
            shape(SearchedFolder.class, "SearchedFolder", part("option", constant(SearchedFolder.Option.class)), part("folder", TEXT));
    private final NodeShape<UnitPlan> unit = shape(UnitPlan.class, "UnitPlan",
            part("object", TEXT), part("source", TEXT), part("includeFolders", many(TEXT)),
            part("macros", many(new PartType.Shaped<>(macro))),
            part("otherFolders", many(new PartType.Shaped<>(folder))), part("forcedHeaders", many(TEXT)));
    private final NodeShape<ModulePlan> module = shape(ModulePlan.class, "ModulePlan",
            part("name", TEXT), part("units", many(new PartType.Shaped<>(unit))));

    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(module, unit, macro, folder);
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case ModulePlan n -> parts(n.name(), n.units());
            case UnitPlan n -> parts(n.object(), n.source(), n.includeFolders(), n.macros(), n.otherFolders(),
                    n.forcedHeaders());
            case SearchedFolder n -> parts(n.option(), n.folder());
            case MacroOption n -> parts(n.name(), n.value());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "ModulePlan" -> new ModulePlan(v.next(), v.next());
            case "UnitPlan" -> new UnitPlan(v.next(), v.next(), v.next(), v.next(), v.next(), v.next());
            case "SearchedFolder" -> new SearchedFolder(v.next(), v.next());
            case "MacroOption" -> new MacroOption(v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
