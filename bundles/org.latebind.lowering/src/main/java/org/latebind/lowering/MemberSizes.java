package org.latebind.lowering;

import java.util.Optional;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** {@code __builtin_object_size(&p->member, 1)}: how many bytes of the member follow the pointer. */
final class MemberSizes {
    private final IrTypes types;

    MemberSizes(IrTypes types) {
        this.types = types;
    }

    /** Empty where the pointer is not into a member, or into one that may be longer than declared. */
    Optional<Long> remaining(Rvalue pointer) {
        return switch (pointer) {
            case Rvalue.Convert convert when IrTypes.isPointer(convert.operand().type()) -> remaining(convert.operand());
            case Rvalue.ArrayDecay decay when decay.array() instanceof Lvalue.Member member -> size(member);
            case Rvalue.AddressOf address when address.object() instanceof Lvalue.Member member -> size(member);
            default -> Optional.empty();
        };
    }

    private Optional<Long> size(Lvalue.Member member) {
        if (!types.isComplete(member.type())
                || (member.type().type() instanceof Type.Array && isTrailing(member))
                || types.layouts().member(member.path()).width() >= 0) {
            return Optional.empty();
        }
        return Optional.of(types.size(member.type()));
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
