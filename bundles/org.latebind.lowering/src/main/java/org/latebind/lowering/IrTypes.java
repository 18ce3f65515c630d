package org.latebind.lowering;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.Position;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.FloatFormat;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;
import org.latebind.target.api.VaListType;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/**
 * How C types look in IR.
 *
 * <p>Scalars and vectors are LLVM values: {@code _Bool} is an {@code i1}, and an {@code i8} in memory.
 * Everything else lives in memory, as an array of bytes that no LLVM type describes: offsets are the
 * layout's, never LLVM's.
 */
final class IrTypes {
    private final TypeTable table;
    private final Layouts layouts;
    private final DataModel model;
    private final boolean charIsSigned;

    IrTypes(LaidOutUnit unit, DataModel model, boolean charIsSigned) {
        this.table = unit.unit().types();
        this.layouts = unit.layouts(model);
        this.model = model;
        this.charIsSigned = charIsSigned;
    }

    Layouts layouts() {
        return layouts;
    }

    TypeTable table() {
        return table;
    }

    DataModel model() {
        return model;
    }

    int pointerBits() {
        return model.pointer().size() * 8;
    }

    boolean isScalar(Type type) {
        return switch (type) {
            case Type.Bool b -> true;
            case Type.Integer i -> true;
            case Type.BitField b -> true;
            case Type.Floating f -> true;
            case Type.Pointer p -> true;
            case Type.Enum e -> true;
            case Type.Vector v -> true;
            case Type.VaList v -> model.vaList().kind() == VaListType.Kind.VOID_POINTER;
            case Type.Void v -> false;
            case Type.Array a -> false;
            case Type.Function f -> false;
            case Type.Record r -> false;
            case Type.Unknown u -> false;
        };
    }

    boolean isVoid(Type type) {
        return type instanceof Type.Void;
    }

    /** The integer type below an enumeration; any other type as it is. */
    Type withoutEnum(Type type) {
        return type instanceof Type.Enum e
                ? new Type.Integer(table.enumeration(e.id()).representation())
                : type;
    }

    /** The LLVM type of a scalar's value. */
    String value(Type type) {
        return switch (withoutEnum(type)) {
            case Type.Bool b -> "i1";
            case Type.Integer i -> integerName(model.of(i.kind().basic()).size());
            case Type.BitField b -> "i" + b.bits();
            case Type.Floating f -> floating(f.kind());
            case Type.Pointer p -> pointer(p.target().addressSpace());
            case Type.Vector v -> "<" + v.elements() + " x " + value(v.element()) + ">";
            case Type.VaList v when isScalar(v) -> "ptr";
            case Type.Void v -> "void";
            default -> throw Refusal.unsupported(Position.NONE, "a value of this type: " + type);
        };
    }

    static String pointer(int addressSpace) {
        return addressSpace == 0 ? "ptr" : "ptr addrspace(" + addressSpace + ")";
    }

    private static String integerName(int bytes) {
        return switch (bytes) {
            case 1 -> "i8";
            case 2 -> "i16";
            case 4 -> "i32";
            case 8 -> "i64";
            default -> "i" + 8 * bytes;
        };
    }

    /** The LLVM type that a scalar is stored as. */
    String memory(Type type) {
        return switch (type) {
            case Type.Bool b -> "i8";
            case Type.BitField b -> integerName((int) size(QualifiedType.of(b)));
            default -> value(type);
        };
    }

    /** The LLVM type of an object of known size. */
    String object(QualifiedType type) {
        return isScalar(type.type()) ? memory(type.type()) : "[" + size(type) + " x i8]";
    }

    private String floating(Type.FloatingKind kind) {
        return switch (kind) {
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case LONG_DOUBLE -> switch (model.longDouble()) {
                case IEEE_DOUBLE -> "double";
                case EXTENDED_80 -> "x86_fp80";
                case IEEE_QUAD -> "fp128";
            };
        };
    }

    boolean isSigned(Type type) {
        return switch (withoutEnum(type)) {
            case Type.Integer i -> switch (i.kind()) {
                case CHAR -> charIsSigned;
                case SIGNED_CHAR, SHORT, INT, LONG, LONG_LONG, INT128 -> true;
                case UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG,
                        UNSIGNED_INT128 -> false;
            };
            case Type.BitField b -> b.signed();
            case Type.Vector v -> isSigned(v.element());
            default -> false;
        };
    }

    /** The type after the default argument promotions. */
    Type promoted(Type type) {
        var plain = withoutEnum(type);
        if (plain instanceof Type.Floating f && f.kind() == Type.FloatingKind.FLOAT) {
            return new Type.Floating(Type.FloatingKind.DOUBLE);
        }
        boolean narrow = plain instanceof Type.Bool
                || (plain instanceof Type.Integer
                        && size(QualifiedType.of(plain)) < model.of(BasicType.INT).size());
        return narrow ? new Type.Integer(Type.IntegerKind.INT) : type;
    }

    /** Whether arithmetic on values of the type is floating-point arithmetic. */
    static boolean isFloating(Type type) {
        return type instanceof Type.Floating || type instanceof Type.Vector v && isFloating(v.element());
    }

    static boolean isVector(Type type) {
        return type instanceof Type.Vector;
    }

    static boolean isPointer(Type type) {
        return type instanceof Type.Pointer;
    }

    /** The declared type of the member that a path ends at. */
    QualifiedType declared(FieldPath path) {
        var record = path.record();
        for (int step : path.steps().subList(0, path.steps().size() - 1)) {
            record = ((Type.Record) table.record(record).members().get(step).type().type()).id();
        }
        return table.record(record).members().get(path.steps().getLast()).type();
    }

    /** Bytes of a type of known size. */
    long size(QualifiedType type) {
        return layouts.sizeOf(type);
    }

    /** Whether size and alignment are known: not so of incomplete records and arrays. */
    boolean isComplete(QualifiedType type) {
        return switch (type.type()) {
            case Type.Record r -> table.record(r.id()).complete();
            case Type.Array a -> a.length() instanceof Type.ArrayLength.Known && isComplete(a.element());
            case Type.Unknown u -> false;
            default -> true;
        };
    }

    static boolean isVariable(Type type) {
        return type instanceof Type.Array a
                && (a.length() instanceof Type.ArrayLength.Variable
                        || isVariable(a.element().type()));
    }

    /** Alignment that an object of the type surely has; 1 where nothing is known. */
    int alignment(QualifiedType type) {
        if (type.alignment() != 0) {
            return type.alignment();
        }
        return switch (type.type()) {
            case Type.Void v -> 1;
            case Type.Function f -> 1;
            case Type.Array a -> alignment(a.element());
            case Type.Record r -> table.record(r.id()).complete() ? layouts.alignOf(type) : 1;
            default -> layouts.alignOf(type);
        };
    }

    /** The type as calling conventions see it. */
    TypeShape shape(QualifiedType type) {
        return switch (type.type()) {
            case Type.Void v -> new TypeShape.Void();
            case Type.Record r -> table.record(r.id()).transparent()
                    ? shape(table.record(r.id()).members().get(0).type())
                    : recordShape(type, r);
            case Type.VaList v when !isScalar(v) -> vaListShape();
            // An array or function is adjusted to a pointer before it is a parameter.
            case Type.Array a -> pointerShape();
            case Type.Function f -> pointerShape();
            default -> scalarShape(type.type());
        };
    }

    private TypeShape pointerShape() {
        return new TypeShape.Scalar(
                ScalarClass.POINTER, "ptr", model.pointer().size(), model.pointer().align(), false);
    }

    private TypeShape scalarShape(Type type) {
        var plain = QualifiedType.of(type);
        return new TypeShape.Scalar(
                scalarClass(type), value(type), (int) size(plain), layouts.alignOf(plain), isSigned(type));
    }

    private ScalarClass scalarClass(Type type) {
        return switch (type) {
            case Type.Pointer p -> ScalarClass.POINTER;
            case Type.Vector v -> ScalarClass.VECTOR;
            case Type.Floating f -> switch (f.kind()) {
                case FLOAT -> ScalarClass.FLOAT;
                case DOUBLE -> ScalarClass.DOUBLE;
                case LONG_DOUBLE -> model.longDouble() == FloatFormat.IEEE_DOUBLE
                        ? ScalarClass.DOUBLE
                        : ScalarClass.LONG_DOUBLE;
            };
            default -> ScalarClass.INTEGER;
        };
    }

    private TypeShape vaListShape() {
        if (model.vaList().kind() == VaListType.Kind.ARRAY_OF_ONE_RECORD) {
            return pointerShape();
        }
        var members = new ArrayList<TypeShape.Member>();
        long offset = 0;
        for (var field : model.vaList().fields()) {
            boolean pointer = field.type() == VaListType.FieldType.VOID_POINTER;
            int size = model.of(field.type()).size();
            members.add(new TypeShape.Member(offset, size, pointer ? ScalarClass.POINTER : ScalarClass.INTEGER));
            offset += size;
        }
        return new TypeShape.Record(offset, model.pointer().align(), members, false, false);
    }

    private TypeShape recordShape(QualifiedType type, Type.Record record) {
        var collector = new MemberShapes();
        var layout = layouts.layout(record.id());
        collector.record(record, 0);
        return new TypeShape.Record(
                layout.size(), layout.alignment(), collector.members, collector.unaligned, collector.flexible);
    }

    /** Flattens a record; stops where it is too large for any calling convention to care. */
    private final class MemberShapes {
        private static final int ENOUGH = 64;

        private final List<TypeShape.Member> members = new ArrayList<>();
        private boolean unaligned;
        private boolean flexible;

        void record(Type.Record record, long base) {
            var layout = layouts.layout(record.id());
            var definition = table.record(record.id());
            for (int i = 0; i < definition.members().size() && members.size() < ENOUGH; i++) {
                var member = definition.members().get(i);
                var place = layout.members().get(i);
                if (!member.isBitField()) {
                    add(member.type(), base + (place.bitOffset() >> 3));
                } else if (member.name().isPresent() && place.width() > 0) {
                    long first = place.bitOffset() >> 3;
                    long last = (place.bitOffset() + place.width() - 1) >> 3;
                    members.add(new TypeShape.Member(base + first, (int) (last - first + 1), ScalarClass.INTEGER));
                }
            }
        }

        private void add(QualifiedType type, long offset) {
            switch (type.type()) {
                case Type.Record r -> record(r, offset);
                case Type.Array a -> array(a, offset);
                default -> {
                    if (isScalar(type.type())) {
                        var shape = (TypeShape.Scalar) scalarShape(type.type());
                        unaligned |= offset % shape.align() != 0;
                        members.add(new TypeShape.Member(offset, shape.size(), shape.scalarClass()));
                    }
                }
            }
        }

        private void array(Type.Array array, long offset) {
            if (!(array.length() instanceof Type.ArrayLength.Known known)) {
                flexible = true;
                return;
            }
            long step = size(array.element());
            for (long i = 0; i < known.elements() && members.size() < ENOUGH; i++) {
                add(array.element(), offset + i * step);
            }
        }
    }
}
