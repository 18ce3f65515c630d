package org.latebind.sema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** Looks for kernel entities that a type's layout or a value hangs on. */
final class UnknownSearch {
    private final Unit unit;
    private final Set<RecordId> visited = new HashSet<>();

    UnknownSearch(Unit unit) {
        this.unit = unit;
    }

    boolean in(QualifiedType type) {
        return switch (type.type()) {
            case Type.Unknown u -> true;
            case Type.Array a -> a.length() instanceof Type.ArrayLength.Incomplete || in(a.element());
            case Type.Record r -> unit.isKernelRecord(r) || visited.add(r.id()) && unit.registry.record(r.id())
                    .members().stream().anyMatch(m -> in(m.type()));
            default -> false;
        };
    }

    boolean in(Rvalue value) {
        if (Types.isUnknown(value.type())) {
            return true;
        }
        return switch (value) {
            case Rvalue.SizeOf s -> in(s.operand());
            case Rvalue.AlignOf a -> in(a.operand());
            default -> operands(value).stream().anyMatch(this::in);
        };
    }

    private static List<Rvalue> operands(Rvalue value) {
        return switch (value) {
            case Rvalue.Convert c -> List.of(c.operand());
            case Rvalue.Splat s -> List.of(s.element());
            case Rvalue.Negate n -> List.of(n.operand());
            case Rvalue.Complement c -> List.of(c.operand());
            case Rvalue.Not n -> List.of(n.operand());
            case Rvalue.Arithmetic a -> List.of(a.left(), a.right());
            case Rvalue.Compare c -> List.of(c.left(), c.right());
            case Rvalue.Logical l -> List.of(l.left(), l.right());
            case Rvalue.Conditional c -> List.of(c.condition(), c.then(), c.otherwise());
            case Rvalue.Comma c -> List.of(c.left(), c.right());
            case Rvalue.PointerOffset p -> List.of(p.pointer(), p.index());
            case Rvalue.Builtin b -> b.arguments();
            case Rvalue.Call c -> c.arguments();
            default -> List.of();
        };
    }
}
