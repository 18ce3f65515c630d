package org.latebind.bind.inspect;

import java.util.List;
import java.util.Optional;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/** Where one member lies: {@code struct task.list.next: offset 24, 8 bytes}. */
record MemberText(TypeTable types, Layouts layouts) {
    Optional<String> of(String record, RecordId id, List<String> path) {
        return find(id, path, 0).map(place -> record + "." + String.join(".", path) + ": " + place + "\n");
    }

    private Optional<String> find(RecordId id, List<String> path, long base) {
        var definition = types.record(id);
        for (int i = 0; i < definition.members().size(); i++) {
            var member = definition.members().get(i);
            long at = base + layouts.layout(id).members().get(i).bitOffset();
            var found = member.name().isEmpty()
                    ? inner(member, path, at)
                    : member.name().get().equals(path.getFirst())
                            ? path.size() == 1 ? Optional.of(place(member, at)) : inner(member, path.subList(1, path.size()), at)
                            : Optional.<String>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> inner(RecordDefinition.Member member, List<String> path, long at) {
        return !member.isBitField() && member.type().type() instanceof Type.Record record
                ? find(record.id(), path, at) : Optional.empty();
    }

    private String place(RecordDefinition.Member member, long bit) {
        if (member.isBitField()) {
            return "bit " + bit % 8 + " of offset " + bit / 8 + ", " + member.width() + " bits";
        }
        boolean flexible = member.type().type() instanceof Type.Array array
                && array.length() instanceof Type.ArrayLength.Incomplete;
        return "offset " + bit / 8 + ", " + (flexible ? 0 : layouts.sizeOf(member.type())) + " bytes";
    }
}
