package org.latebind.sema;

import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.SymbolAttributes.Flag;

/** Whether evaluating a value does more than give it, as gcc's TREE_SIDE_EFFECTS has it. */
final class SideEffects {
    private final Unit unit;

    SideEffects(Unit unit) {
        this.unit = unit;
    }

    boolean in(Rvalue value) {
        return switch (value) {
            case Rvalue.IntegerConstant c -> false;
            case Rvalue.FloatingConstant c -> false;
            case Rvalue.Load l -> l.source().type().isVolatile() || in(l.source());
            case Rvalue.AddressOf a -> in(a.object());
            case Rvalue.ArrayDecay a -> in(a.array());
            case Rvalue.LabelAddress l -> false;
            case Rvalue.Convert c -> in(c.operand());
            case Rvalue.Splat s -> in(s.element());
            case Rvalue.Negate n -> in(n.operand());
            case Rvalue.Complement c -> in(c.operand());
            case Rvalue.Not n -> in(n.operand());
            case Rvalue.Arithmetic a -> in(a.left()) || in(a.right());
            case Rvalue.PointerOffset p -> in(p.pointer()) || in(p.index());
            case Rvalue.PointerDifference d -> in(d.left()) || in(d.right());
            case Rvalue.Compare c -> in(c.left()) || in(c.right());
            case Rvalue.Logical l -> in(l.left()) || in(l.right());
            case Rvalue.Conditional c -> in(c.condition()) || in(c.then()) || in(c.otherwise());
            case Rvalue.Bind b -> in(b.value()) || in(b.body());
            case Rvalue.Comma c -> in(c.left()) || in(c.right());
            case Rvalue.Call c -> !isPure(c) || c.arguments().stream().anyMatch(this::in);
            case Rvalue.Builtin b -> !b.builtin().is(Property.PURE) || b.arguments().stream().anyMatch(this::in);
            case Rvalue.StatementExpression s ->
                !s.block().items().isEmpty() || s.value().map(this::in).orElse(true);
            case Rvalue.SizeOf s -> false;
            case Rvalue.AlignOf a -> false;
            case Rvalue.OffsetOf o -> false;
            case Rvalue.Assign a -> true;
            case Rvalue.CompoundAssign a -> true;
            case Rvalue.Increment i -> true;
            case Rvalue.VaArg v -> true;
        };
    }

    private boolean isPure(Rvalue.Call call) {
        return call.callee() instanceof Rvalue.AddressOf a && a.object() instanceof Lvalue.Function f
                && (unit.functions.get(f.function().index()).attributes.is(Flag.CONST)
                        || unit.functions.get(f.function().index()).attributes.is(Flag.PURE));
    }

    boolean in(Lvalue place) {
        return switch (place) {
            case Lvalue.Dereference d -> in(d.pointer());
            case Lvalue.Member m -> in(m.base());
            case Lvalue.Temporary t -> in(t.value());
            case Lvalue.CompoundLiteral c -> true;
            default -> false;
        };
    }
}
