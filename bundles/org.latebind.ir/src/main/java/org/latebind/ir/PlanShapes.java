package org.latebind.ir;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;

import java.util.List;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.NodeFamily;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.PartType;

/** The shapes of what a deferred module holds besides the tree's nodes. */
final class PlanShapes implements NodeFamily {
    static final PartType<DeferredItem> ITEM = PartType.node(DeferredItem.class);
    static final PartType<List<DeferredItem>> ITEMS = many(ITEM);
    static final PartType<StoredBuild> BUILD = new PartType.Shaped<>(new PlanShapes().build);

    private final NodeShape<MacroOption> macro =
            shape(MacroOption.class, "MacroOption", part("name", TEXT), part("value", maybe(TEXT)));
    private final NodeShape<UnitPlan> unit = shape(UnitPlan.class, "UnitPlan",
            part("object", TEXT), part("source", TEXT), part("includeFolders", many(TEXT)),
            part("macros", many(new PartType.Shaped<>(macro))));
    private final NodeShape<ModulePlan> module = shape(ModulePlan.class, "ModulePlan",
            part("name", TEXT), part("units", many(new PartType.Shaped<>(unit))));

    private final NodeShape<BuildDescription.File> file = shape(BuildDescription.File.class, "File",
            part("path", TEXT), part("text", maybe(TEXT)));
    private final NodeShape<BuildDescription.Package> source = shape(BuildDescription.Package.class, "Package",
            part("name", TEXT), part("folder", TEXT), part("files", many(new PartType.Shaped<>(file))));
    private final NodeShape<StoredBuild> build = shape(StoredBuild.class, "Build",
            part("listed", many(new PartType.Shaped<>(module))), part("source", maybe(new PartType.Shaped<>(source))));

    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(build, module, unit, macro, source, file);
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case StoredBuild n -> parts(n.listed(), n.source());
            case BuildDescription.Package n -> parts(n.name(), n.folder(), n.files());
            case BuildDescription.File n -> parts(n.path(), n.text());
            case ModulePlan n -> parts(n.name(), n.units());
            case UnitPlan n -> parts(n.object(), n.source(), n.includeFolders(), n.macros());
            case MacroOption n -> parts(n.name(), n.value());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Build" -> new StoredBuild(v.next(), v.next());
            case "Package" -> new BuildDescription.Package(v.next(), v.next(), v.next());
            case "File" -> new BuildDescription.File(v.next(), v.next());
            case "ModulePlan" -> new ModulePlan(v.next(), v.next());
            case "UnitPlan" -> new UnitPlan(v.next(), v.next(), v.next(), v.next());
            case "MacroOption" -> new MacroOption(v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
