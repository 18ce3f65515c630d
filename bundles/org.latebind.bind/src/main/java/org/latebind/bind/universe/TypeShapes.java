package org.latebind.bind.universe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.bind.universe.ShapeOfType.Constant;
import org.latebind.bind.universe.ShapeOfType.Member;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/** Shapes of the types that headers define. */
public final class TypeShapes {
    private final TypeTable types;
    private final Layouts layouts;

    public TypeShapes(TypeTable types, Layouts layouts) {
        this.types = types;
        this.layouts = layouts;
    }

    /** @param open whether the record itself is looked into though it has a tag */
    public ShapeOfType of(QualifiedType type, boolean open) {
        var members = new OpenedMembers();
        var constants = new ArrayList<Constant>();
        var bytes = bytes(type);
        if (type.type() instanceof Type.Record record && bytes.isPresent() && (open || isUntagged(record.id()))) {
            members(record.id(), "", 0, members);
        }
        if (type.type() instanceof Type.Enum enumeration && bytes.isPresent()) {
            var definition = types.enumeration(enumeration.id());
            if (open || definition.tag().isEmpty()) {
                definition.constants().forEach(c -> constants.add(new Constant(c.name(), bits(c.value(), bytes.get()))));
            }
        }
        return new ShapeOfType(bytes, members.all(), constants);
    }

    /** Two's complement of so many bytes. */
    public static BigInteger bits(BigInteger value, long bytes) {
        return value.mod(BigInteger.ONE.shiftLeft(Math.toIntExact(8 * bytes)));
    }

    private void members(RecordId id, String prefix, long base, OpenedMembers out) {
        var definition = types.record(id);
        var layout = layouts.layout(id);
        for (int i = 0; i < definition.members().size(); i++) {
            var member = definition.members().get(i);
            out.visit(prefix, member.name().map(String::length).orElse(0));
            var place = layout.members().get(i);
            long at = base + place.bitOffset();
            if (member.isBitField()) {
                member.name().ifPresent(name -> out.add(new Member(prefix + name, at, member.width(), 0)));
                continue;
            }
            member.name().ifPresent(name ->
                    out.add(new Member(prefix + name, at, 0, bytes(member.type()).orElse(-1L))));
            var inner = prefix + member.name().map(name -> name + ".").orElse("");
            if (element(member.type()) instanceof Type.Record record
                    && (isUntagged(record.id()) || member.name().isEmpty())) {
                members(record.id(), inner, at, out);
            }
        }
    }

    private static Type element(QualifiedType type) {
        return type.type() instanceof Type.Array array ? element(array.element()) : type.type();
    }

    private boolean isUntagged(RecordId id) {
        return types.record(id).tag().isEmpty();
    }

    private Optional<Long> bytes(QualifiedType type) {
        return switch (type.type()) {
            case Type.Void v -> Optional.empty();
            case Type.Function f -> Optional.empty();
            case Type.Unknown u -> Optional.empty();
            case Type.Array array when array.length() instanceof Type.ArrayLength.Incomplete -> Optional.of(0L);
            case Type.Record record when !types.record(record.id()).complete() -> Optional.empty();
            case Type.Enum enumeration when !types.enumeration(enumeration.id()).complete() -> Optional.empty();
            default -> Optional.of(layouts.sizeOf(type));
        };
    }
}
