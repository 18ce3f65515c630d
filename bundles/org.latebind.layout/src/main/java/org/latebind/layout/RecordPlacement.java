package org.latebind.layout;

import java.util.ArrayList;
import java.util.List;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.BitFieldRules;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordDefinition.Member;
import org.latebind.typed.api.RecordLayout;
import org.latebind.typed.api.RecordLayout.MemberLayout;
import org.latebind.typed.api.Type;

/**
 * Places the members of one record as gcc does (gcc/stor-layout.cc: layout_decl,
 * update_alignment_for_field, place_field).
 *
 * <pre>
 * struct { char a; int b : 7; int : 0; long c; }  ─▶  a 0, b 8..14, (unnamed) 32, c 64; size 16, alignment 8
 * </pre>
 */
final class RecordPlacement {
    private final RecordDefinition definition;
    private final Layouts layouts;
    private final BitFieldRules rules;
    private final long unit;
    private final List<MemberLayout> members = new ArrayList<>();
    private long bits;
    private long unionBits;
    private int alignment;

    RecordPlacement(RecordDefinition definition, Layouts layouts, DataModel model) {
        this.definition = definition;
        this.layouts = layouts;
        this.rules = model.bitFields();
        this.alignment = Math.max(1, definition.alignment());
        this.unit = 8L * Math.max(alignment, model.maxAlignment());
    }

    RecordLayout place() {
        for (var member : definition.members()) {
            if (definition.union()) {
                unionBits = Math.max(unionBits, bits);
                bits = 0;
            }
            if (member.isBitField()) {
                placeBitField(member);
            } else {
                placeOrdinary(member);
            }
        }
        long bytes = roundUp(Math.max(bits, unionBits), 8) / 8;
        return new RecordLayout(definition.id(), roundUp(bytes, alignment), alignment, members);
    }

    private void placeOrdinary(Member member) {
        int align = isPacked(member)
                ? Math.max(1, member.alignment())
                : Math.max(layouts.alignOf(member.type()), member.alignment());
        align = capped(align);
        alignment = Math.max(alignment, align);
        bits = roundUp(bits, align * 8L);
        members.add(new MemberLayout(bits, -1));
        bits = Math.addExact(bits, Math.multiplyExact(size(member.type()), 8L));
    }

    private long size(QualifiedType type) {
        return type.type() instanceof Type.Array array && array.length() instanceof Type.ArrayLength.Incomplete
                ? 0
                : layouts.sizeOf(type);
    }

    private void placeBitField(Member member) {
        int typeAlign = layouts.alignOf(member.type());
        long typeBits = layouts.sizeOf(member.type()) * 8;
        if (member.width() == 0) {
            // Not subject to packed or #pragma pack: ":0" means the next unit of its type.
            int align = Math.max(typeAlign, member.alignment());
            bits = roundUp(bits, align * 8L);
            members.add(new MemberLayout(bits, 0));
            if (rules.zeroWidthAlignsRecord()) {
                alignment = Math.max(alignment, align);
            }
            return;
        }
        boolean packed = isPacked(member);
        boolean whole = isWholeInteger(member.width(), packed);
        // An aligned attribute moves the field to that boundary; otherwise it may begin at any bit.
        int desired = capped(Math.max(member.alignment(), whole ? member.width() / 8 : 0));
        if (desired > 0) {
            bits = roundUp(bits, desired * 8L);
        }
        if (!whole && !packed && definition.pack() == 0 && crossesUnit(typeAlign * 8L, member.width(), typeBits)) {
            bits = roundUpWithinUnit(typeAlign * 8L);
        }
        members.add(new MemberLayout(bits, member.width()));
        bits += member.width();
        if (member.name().isPresent() ? rules.typeAlignsRecord() : rules.unnamedAlignsRecord()) {
            alignment = Math.max(alignment, Math.max(desired, bitFieldRecordAlignment(typeAlign, packed)));
        }
        alignment = Math.max(alignment, capped(member.alignment()));
    }

    /** A field as wide as an integer, where such an integer may lie: it is placed as one, whatever its type. */
    private boolean isWholeInteger(int width, boolean packed) {
        return width >= 8 && Integer.bitCount(width) == 1 && (width == 8 || !packed)
                && (bits == 0 || Long.lowestOneBit(bits) >= width);
    }

    private int bitFieldRecordAlignment(int typeAlign, boolean packed) {
        if (definition.pack() > 0) {
            return Math.min(typeAlign, definition.pack());
        }
        return packed ? 1 : typeAlign;
    }

    /** Whether the field would span more alignment units of its type than the type itself does. */
    private boolean crossesUnit(long alignBits, int width, long typeBits) {
        long within = bits % alignBits;
        return (within + width + alignBits - 1) / alignBits > typeBits / alignBits;
    }

    /**
     * gcc keeps a place as a whole number of units (offset_align in start_record_layout) and bits behind it, and
     * aligns the bits only: a typedef's larger alignment counts from the last unit on.
     */
    private long roundUpWithinUnit(long alignBits) {
        long behind = bits % unit;
        return bits - behind + roundUp(behind, alignBits);
    }

    private boolean isPacked(Member member) {
        return definition.packed() || member.packed();
    }

    /** {@code #pragma pack} limits even what an aligned attribute asks of a member. */
    private int capped(int align) {
        return definition.pack() > 0 ? Math.min(align, definition.pack()) : align;
    }

    static long roundUp(long value, long unit) {
        return Math.addExact(value, unit - 1) / unit * unit;
    }
}
