package org.latebind.lowering;

import java.math.BigInteger;
import java.util.Optional;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/**
 * {@code __builtin_object_size(&p->member[2], 1)}: how many bytes of the member follow the pointer. An array of
 * arrays is one part, as in gcc.
 */
final class MemberSizes {
    private final IrTypes types;

    /** What a pointer points into, and how many bytes from its beginning. */
    private record Part(Lvalue object, BigInteger offset) {}

    MemberSizes(IrTypes types) {
        this.types = types;
    }

    /** Empty where the pointer is not into a member at a known place, or into one that may be longer than declared. */
    Optional<Long> remaining(Rvalue pointer) {
        return part(pointer).filter(p -> p.object() instanceof Lvalue.Member m && isSized(m)).map(this::rest);
    }

    /** As {@link #remaining}, also for a whole variable: no less than that is there. */
    Optional<Long> least(Rvalue pointer) {
        return part(pointer)
                .filter(p -> p.object() instanceof Lvalue.Member m ? isSized(m) : types.isComplete(p.object().type()))
                .map(this::rest);
    }

    /** Whether the pointer is into the array at a record's end: what follows in the object counts to it. */
    boolean reachesEnd(Rvalue pointer) {
        return part(pointer).filter(p -> p.object() instanceof Lvalue.Member m
                && m.type().type() instanceof Type.Array && isTrailing(m)).isPresent();
    }

    private Optional<Part> part(Rvalue pointer) {
        return switch (pointer) {
            case Rvalue.Convert convert when IrTypes.isPointer(convert.operand().type()) -> part(convert.operand());
            case Rvalue.ArrayDecay decay -> part(decay.array());
            case Rvalue.AddressOf address -> part(address.object());
            case Rvalue.PointerOffset offset when offset.index() instanceof Rvalue.IntegerConstant index ->
                part(offset.pointer()).map(p -> {
                    var target = ((Type.Pointer) offset.pointer().type()).target();
                    var bytes = index.value().multiply(BigInteger.valueOf(step(target)));
                    return new Part(p.object(), offset.subtract() ? p.offset().subtract(bytes) : p.offset().add(bytes));
                });
            default -> Optional.empty();
        };
    }

    private Optional<Part> part(Lvalue object) {
        return switch (object) {
            case Lvalue.Dereference element -> part(element.pointer());
            case Lvalue.Member m -> Optional.of(new Part(m, BigInteger.ZERO));
            case Lvalue.Local l -> Optional.of(new Part(l, BigInteger.ZERO));
            case Lvalue.Global g -> Optional.of(new Part(g, BigInteger.ZERO));
            case Lvalue.Text t -> Optional.of(new Part(t, BigInteger.ZERO));
            default -> Optional.empty();
        };
    }

    private long step(QualifiedType target) {
        return types.isComplete(target) ? types.size(target) : 1;
    }

    private long rest(Part part) {
        var size = BigInteger.valueOf(types.size(part.object().type()));
        return part.offset().signum() < 0 || part.offset().compareTo(size) > 0
                ? 0
                : size.subtract(part.offset()).longValueExact();
    }

    private boolean isSized(Lvalue.Member member) {
        return types.isComplete(member.type())
                && !(member.type().type() instanceof Type.Array && isTrailing(member))
                && types.layouts().member(member.path()).width() < 0;
    }

    // A trailing array is taken for a flexible one, whatever its declared length.
    private boolean isTrailing(Lvalue.Member member) {
        var record = member.path().record();
        for (int step : member.path().steps()) {
            var definition = types.table().record(record);
            if (!definition.union() && step + 1 < definition.members().size()) {
                return false;
            }
            if (definition.members().get(step).type().type() instanceof Type.Record inner) {
                record = inner.id();
            }
        }
        return true;
    }
}
