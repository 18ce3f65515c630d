package org.latebind.lowering;

import java.util.List;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.Rvalue;

/** Whether evaluating an expression could be noticed; says yes where it does not know. */
final class SideEffects {
    private SideEffects() {}

    static boolean in(Rvalue value) {
        return switch (value) {
            case Rvalue.IntegerConstant c -> false;
            case Rvalue.FloatingConstant c -> false;
            case Rvalue.Load load -> load.source().type().isVolatile() || in(load.source());
            case Rvalue.AddressOf address -> in(address.object());
            case Rvalue.ArrayDecay decay -> in(decay.array());
            case Rvalue.LabelAddress l -> false;
            case Rvalue.Convert convert -> in(convert.operand());
            case Rvalue.Splat splat -> in(splat.element());
            case Rvalue.Negate negate -> in(negate.operand());
            case Rvalue.Complement complement -> in(complement.operand());
            case Rvalue.Not not -> in(not.operand());
            case Rvalue.Arithmetic a -> in(a.left()) || in(a.right());
            case Rvalue.PointerOffset o -> in(o.pointer()) || in(o.index());
            case Rvalue.PointerDifference d -> in(d.left()) || in(d.right());
            case Rvalue.Compare c -> in(c.left()) || in(c.right());
            case Rvalue.Logical l -> in(l.left()) || in(l.right());
            case Rvalue.Conditional c -> in(c.condition()) || in(c.then()) || in(c.otherwise());
            case Rvalue.Bind bind -> in(bind.value()) || in(bind.body());
            case Rvalue.Comma comma -> in(comma.left()) || in(comma.right());
            case Rvalue.Builtin builtin -> !builtin.builtin().is(Property.PURE) || anyIn(builtin.arguments());
            case Rvalue.SizeOf s -> false;
            case Rvalue.AlignOf a -> false;
            case Rvalue.OffsetOf o -> false;
            case Rvalue.Assign a -> true;
            case Rvalue.CompoundAssign a -> true;
            case Rvalue.Increment i -> true;
            case Rvalue.Call c -> true;
            case Rvalue.StatementExpression s -> true;
            case Rvalue.VaArg v -> true;
        };
    }

    private static boolean anyIn(List<Rvalue> values) {
        return values.stream().anyMatch(SideEffects::in);
    }

    private static boolean in(Lvalue lvalue) {
        return switch (lvalue) {
            case Lvalue.Dereference d -> in(d.pointer());
            case Lvalue.Member m -> in(m.base());
            case Lvalue.Temporary t -> in(t.value());
            case Lvalue.CompoundLiteral c -> true;
            case Lvalue.Register r -> true;
            case Lvalue.Global g -> false;
            case Lvalue.Local l -> false;
            case Lvalue.Function f -> false;
            case Lvalue.Text t -> false;
        };
    }
}
