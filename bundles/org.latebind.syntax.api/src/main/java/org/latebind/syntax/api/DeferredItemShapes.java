package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
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
final class DeferredItemShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(DeferredItem.class, "DeferredItem", SPAN, part("kind", constant(DeferredItem.Kind.class)),
                        part("defines", TEXTS), part("uses", TEXTS), part("form", node(Form.class))),
                shape(Form.Structured.class, "Structured", part("tree", DECLARATION),
                        part("assumptions", many(node(Assumption.class)))),
                shape(Form.Directive.class, "Directive"),
                shape(Form.Conditional.class, "Conditional", part("branches", many(node(ItemBranch.class)))),
                shape(Form.TokensOnly.class, "TokensOnly", part("reason", TEXT)),
                shape(ItemBranch.class, "ItemBranch", part("directive", PLACE),
                        part("items", many(node(DeferredItem.class)))),
                shape(Assumption.class, "Assumption", part("sort", constant(Assumption.Sort.class)),
                        part("name", TEXT), part("where", PLACE)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case DeferredItem n -> parts(n.span(), n.kind(), n.defines(), n.uses(), n.form());
            case Form n -> form(n);
            case ItemBranch n -> parts(n.directive(), n.items());
            case Assumption n -> parts(n.sort(), n.name(), n.where());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] form(Form node) {
        return switch (node) {
            case Form.Structured n -> parts(n.tree(), n.assumptions());
            case Form.Directive n -> parts();
            case Form.Conditional n -> parts(n.branches());
            case Form.TokensOnly n -> parts(n.reason());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "DeferredItem" -> new DeferredItem(v.next(), v.next(), v.next(), v.next(), v.next());
            case "Structured" -> new Form.Structured(v.next(), v.next());
            case "Directive" -> new Form.Directive();
            case "Conditional" -> new Form.Conditional(v.next());
            case "TokensOnly" -> new Form.TokensOnly(v.next());
            case "ItemBranch" -> new ItemBranch(v.next(), v.next());
            case "Assumption" -> new Assumption(v.next(), v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
