package org.latebind.typed.api;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * A struct or union as declared.
 *
 * @param members in order; empty while incomplete
 * @param packed {@code __attribute__((packed))}
 * @param alignment bytes of the largest {@code aligned} attribute, 0 for none
 * @param pack bytes of the {@code #pragma pack} in force at the closing brace, 0 for none
 * @param transparent {@code transparent_union}
 */
public record RecordDefinition(
        RecordId id,
        boolean union,
        Optional<String> tag,
        boolean complete,
        List<Member> members,
        boolean packed,
        int alignment,
        int pack,
        boolean transparent,
        Position at) {

    public RecordDefinition {
        members = List.copyOf(members);
    }

    /**
     * One member, or an unnamed bit-field.
     *
     * @param name empty for anonymous members and unnamed bit-fields
     * @param width bits of a bit-field, -1 for an ordinary member
     * @param packed {@code packed} on the member itself
     * @param alignment bytes of {@code aligned} on the member, 0 for none
     */
    public record Member(
            Optional<String> name, QualifiedType type, int width, boolean packed, int alignment, Position at) {
        public boolean isBitField() {
            return width >= 0;
        }
    }
}
