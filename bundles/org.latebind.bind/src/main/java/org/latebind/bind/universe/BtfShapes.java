package org.latebind.bind.universe;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.bind.universe.ShapeOfType.Constant;
import org.latebind.bind.universe.ShapeOfType.Member;
import org.latebind.btf.Btf;
import org.latebind.btf.BtfType;

/** Shapes of the types that BTF has. */
final class BtfShapes {
    private static final int CUT_VALUES = 4;

    private final Btf btf;
    private final int pointerBytes;

    BtfShapes(Btf btf, int pointerBytes) {
        this.btf = btf;
        this.pointerBytes = pointerBytes;
    }

    /** Whether there are types of a name and kind. */
    boolean has(HeaderTypes.Name name) {
        return types(name).findAny().isPresent();
    }

    /** The types of a name and kind. */
    List<ShapeOfType> named(HeaderTypes.Name name) {
        return types(name).map(this::of).toList();
    }

    /** Whether no type of the name and kind has contents: none of the kernel's own files saw a definition, or used it. */
    boolean onlyDeclares(HeaderTypes.Name name) {
        return types(name).allMatch(this::isDeclaration);
    }

    private boolean isDeclaration(BtfType type) {
        return switch (type) {
            case BtfType.Typedef typedef -> isDeclaration(btf.resolved(typedef.target()));
            case BtfType.Forward forward -> true;
            // There are no forward declarations of enumerations but in this form.
            case BtfType.Enumeration enumeration -> enumeration.constants().isEmpty();
            default -> false;
        };
    }

    private Stream<BtfType> types(HeaderTypes.Name name) {
        return btf.named(name.name()).stream().filter(type -> kind(type).filter(name.kind()::equals).isPresent());
    }

    static Optional<String> kind(BtfType type) {
        return switch (type) {
            case BtfType.Record record -> Optional.of(record.union() ? "union" : "struct");
            case BtfType.Enumeration e -> Optional.of("enum");
            case BtfType.Typedef t -> Optional.of("typedef");
            default -> Optional.empty();
        };
    }

    /** Its tag or typedef name, where it has one. */
    static Optional<String> name(BtfType type) {
        return switch (type) {
            case BtfType.Record record -> Optional.of(record.name()).filter(name -> !name.isEmpty());
            case BtfType.Enumeration enumeration -> Optional.of(enumeration.name()).filter(name -> !name.isEmpty());
            case BtfType.Typedef typedef -> Optional.of(typedef.name());
            default -> Optional.empty();
        };
    }

    private ShapeOfType of(BtfType type) {
        return switch (type) {
            case BtfType.Record record -> record(record);
            case BtfType.Enumeration enumeration -> enumeration(enumeration);
            case BtfType.Typedef typedef -> target(typedef.target());
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private ShapeOfType target(int number) {
        return switch (btf.resolved(number)) {
            case BtfType.Record record when record.name().isEmpty() -> record(record);
            case BtfType.Enumeration enumeration when enumeration.name().isEmpty() -> enumeration(enumeration);
            default -> new ShapeOfType(bytes(number), List.of(), List.of());
        };
    }

    private ShapeOfType record(BtfType.Record record) {
        var members = new OpenedMembers();
        members(record, "", 0, members);
        return new ShapeOfType(Optional.of(record.bytes()), members.all(), List.of());
    }

    private static ShapeOfType enumeration(BtfType.Enumeration enumeration) {
        var constants = enumeration.constants().stream()
                .map(c -> new Constant(c.name(), TypeShapes.bits(BigInteger.valueOf(c.value()), enumeration.bytes())))
                .toList();
        return new ShapeOfType(Optional.of(enumeration.bytes()), List.of(), constants,
                enumeration.cut() ? CUT_VALUES : ShapeOfType.WHOLE_VALUES);
    }

    private void members(BtfType.Record record, String prefix, long base, OpenedMembers out) {
        for (var member : record.members()) {
            out.visit(prefix, member.name().length());
            long at = base + member.bitOffset();
            if (member.bits() > 0) {
                out.add(new Member(prefix + member.name(), at, member.bits(), 0));
                continue;
            }
            if (!member.name().isEmpty()) {
                out.add(new Member(prefix + member.name(), at, 0, bytes(member.type()).orElse(-1L)));
            }
            var inner = prefix + (member.name().isEmpty() ? "" : member.name() + ".");
            if (element(member.type()) instanceof BtfType.Record nested
                    && (nested.name().isEmpty() || member.name().isEmpty())) {
                members(nested, inner, at, out);
            }
        }
    }

    private BtfType element(int number) {
        return btf.resolved(number) instanceof BtfType.Array array ? element(array.element()) : btf.resolved(number);
    }

    private Optional<Long> bytes(int number) {
        var bytes = btf.bytes(number, pointerBytes);
        return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
    }
}
