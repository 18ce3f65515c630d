package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.NodeShape.shape;
import static org.latebind.syntax.api.NodeShape.span;
import static org.latebind.syntax.api.PartType.PLACE;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.constant;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.DECLARATION;
import static org.latebind.syntax.api.PartTypes.TEXTS;

import java.util.List;
import org.latebind.syntax.api.DeferredItem.Assumption;
import org.latebind.syntax.api.DeferredItem.Form;
import org.latebind.syntax.api.DeferredItem.ItemBranch;

/** The shapes of what a module file is cut into. */
final class ItemShapes {
    static final List<NodeShape<?>> ALL = List.of(
            shape(DeferredItem.class, "DeferredItem", span(DeferredItem::span),
                    part("kind", constant(DeferredItem.Kind.class), DeferredItem::kind),
                    part("defines", TEXTS, DeferredItem::defines), part("uses", TEXTS, DeferredItem::uses),
                    part("form", node(Form.class), DeferredItem::form), DeferredItem::new),
            shape(Form.Structured.class, "Structured", part("tree", DECLARATION, Form.Structured::tree),
                    part("assumptions", many(node(Assumption.class)), Form.Structured::assumptions),
                    Form.Structured::new),
            shape(Form.Directive.class, "Directive", Form.Directive::new),
            shape(Form.Conditional.class, "Conditional",
                    part("branches", many(node(ItemBranch.class)), Form.Conditional::branches),
                    Form.Conditional::new),
            shape(Form.TokensOnly.class, "TokensOnly", part("reason", TEXT, Form.TokensOnly::reason),
                    Form.TokensOnly::new),
            shape(ItemBranch.class, "ItemBranch", part("directive", PLACE, ItemBranch::directive),
                    part("items", many(node(DeferredItem.class)), ItemBranch::items), ItemBranch::new),
            shape(Assumption.class, "Assumption", part("sort", constant(Assumption.Sort.class), Assumption::sort),
                    part("name", TEXT, Assumption::name), part("where", PLACE, Assumption::where), Assumption::new));

    private ItemShapes() {}
}
