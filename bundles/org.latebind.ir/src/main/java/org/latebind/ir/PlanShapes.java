package org.latebind.ir;

import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.NodeShape.shape;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;

import java.util.List;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.PartType;

/** The shapes of what a deferred module holds besides the tree's nodes, and what a file of it consists of. */
final class PlanShapes {
    static final NodeShape<MacroOption> MACRO = shape(MacroOption.class, "MacroOption",
            part("name", TEXT, MacroOption::name), part("value", maybe(TEXT), MacroOption::value), MacroOption::new);
    static final NodeShape<UnitPlan> UNIT = shape(UnitPlan.class, "UnitPlan",
            part("object", TEXT, UnitPlan::object), part("source", TEXT, UnitPlan::source),
            part("includeFolders", many(TEXT), UnitPlan::includeFolders),
            part("macros", many(new PartType.Shaped<>(MACRO)), UnitPlan::macros), UnitPlan::new);
    static final NodeShape<ModulePlan> MODULE = shape(ModulePlan.class, "ModulePlan",
            part("name", TEXT, ModulePlan::name),
            part("units", many(new PartType.Shaped<>(UNIT)), ModulePlan::units), ModulePlan::new);

    static final PartType<List<ModulePlan>> MODULES = many(new PartType.Shaped<>(MODULE));
    static final PartType<DeferredItem> ITEM = PartType.node(DeferredItem.class);
    static final PartType<List<DeferredItem>> ITEMS = many(ITEM);

    private PlanShapes() {}
}
