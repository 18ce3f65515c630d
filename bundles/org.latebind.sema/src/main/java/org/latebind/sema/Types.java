package org.latebind.sema;

import java.math.BigInteger;
import java.util.List;
import org.latebind.diagnostics.api.Position;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/** What types are, C11 6.2.5, on one target. */
final class Types {
    static final Type VOID = new Type.Void();
    static final Type BOOL = new Type.Bool();
    static final Type UNKNOWN = new Type.Unknown();
    static final Type CHAR = new Type.Integer(IntegerKind.CHAR);
    static final Type INT = new Type.Integer(IntegerKind.INT);
    static final Type UNSIGNED_INT = new Type.Integer(IntegerKind.UNSIGNED_INT);
    static final Type LONG = new Type.Integer(IntegerKind.LONG);
    static final Type UNSIGNED_LONG = new Type.Integer(IntegerKind.UNSIGNED_LONG);
    static final Type LONG_LONG = new Type.Integer(IntegerKind.LONG_LONG);
    static final Type DOUBLE = new Type.Floating(FloatingKind.DOUBLE);
    static final Type VOID_POINTER = new Type.Pointer(QualifiedType.of(VOID));

    private final TypeRegistry registry;
    private final DataModel model;
    private final LanguageSettings language;

    Types(TypeRegistry registry, DataModel model, LanguageSettings language) {
        this.registry = registry;
        this.model = model;
        this.language = language;
    }

    Type sizeType() {
        return basic(model.sizeType());
    }

    Type ptrdiffType() {
        return basic(model.ptrdiffType());
    }

    Type intmaxType() {
        return basic(model.intmaxType());
    }

    Type wcharType() {
        return basic(language.shortWchar() ? model.shortWcharType() : model.wcharType());
    }

    static Type basic(BasicType type) {
        return switch (type) {
            case BOOL -> BOOL;
            case FLOAT -> new Type.Floating(FloatingKind.FLOAT);
            case DOUBLE -> DOUBLE;
            case LONG_DOUBLE -> new Type.Floating(FloatingKind.LONG_DOUBLE);
            case FLOAT16, FLOAT128 -> throw new IllegalArgumentException("no type for " + type);
            default -> new Type.Integer(IntegerKind.valueOf(type.name()));
        };
    }

    static boolean isUnknown(Type type) {
        return type instanceof Type.Unknown;
    }

    static boolean isVoid(Type type) {
        return type instanceof Type.Void;
    }

    static boolean isInteger(Type type) {
        return type instanceof Type.Integer || type instanceof Type.BitField || type instanceof Type.Bool || type instanceof Type.Enum;
    }

    static boolean isArithmetic(Type type) {
        return isInteger(type) || type instanceof Type.Floating;
    }

    static boolean isPointer(Type type) {
        return type instanceof Type.Pointer;
    }

    static boolean isScalar(Type type) {
        return isArithmetic(type) || isPointer(type);
    }

    static boolean isVector(Type type) {
        return type instanceof Type.Vector;
    }

    static boolean isRecord(Type type) {
        return type instanceof Type.Record;
    }

    static boolean isFunction(Type type) {
        return type instanceof Type.Function;
    }

    /** Whether a size depends on a value computed at run time. */
    static boolean isVariable(Type type) {
        return type instanceof Type.Array a
                && (a.length() instanceof ArrayLength.Variable || isVariable(a.element().type()));
    }

    /** C11 6.7.6p3, variably modified. */
    static boolean isVariablyModified(Type type) {
        return switch (type) {
            case Type.Array a -> a.length() instanceof ArrayLength.Variable || isVariablyModified(a.element().type());
            case Type.Pointer p -> isVariablyModified(p.target().type());
            case Type.Function f -> isVariablyModified(f.result().type());
            default -> false;
        };
    }

    /** Whether an object of the type can be made; reads a record's body. */
    boolean isComplete(Type type) {
        return switch (type) {
            case Type.Void v -> false;
            case Type.Function f -> false;
            case Type.Array a -> !(a.length() instanceof ArrayLength.Incomplete) && isComplete(a.element().type());
            case Type.Record r -> registry.record(r.id()).complete();
            case Type.Enum e -> registry.enumeration(e.id()).complete();
            default -> true;
        };
    }

    RecordDefinition definition(Type.Record type) {
        return registry.record(type.id());
    }

    /** The integer type that has an integer type's representation; the smallest that holds a bit-field. */
    IntegerKind kind(Type type) {
        return switch (type) {
            case Type.Integer i -> i.kind();
            case Type.Bool b -> IntegerKind.UNSIGNED_CHAR;
            case Type.BitField b -> container(b);
            case Type.Enum e -> registry.enumeration(e.id()).representation();
            default -> throw new IllegalArgumentException("not an integer type: " + type);
        };
    }

    private IntegerKind container(Type.BitField field) {
        for (var kind : field.signed()
                ? new IntegerKind[] {IntegerKind.SIGNED_CHAR, IntegerKind.SHORT, IntegerKind.INT, IntegerKind.LONG,
                    IntegerKind.LONG_LONG}
                : new IntegerKind[] {IntegerKind.UNSIGNED_CHAR, IntegerKind.UNSIGNED_SHORT, IntegerKind.UNSIGNED_INT,
                    IntegerKind.UNSIGNED_LONG, IntegerKind.UNSIGNED_LONG_LONG}) {
            if (width(kind) >= field.bits()) {
                return kind;
            }
        }
        return field.signed() ? IntegerKind.INT128 : IntegerKind.UNSIGNED_INT128;
    }

    /**
     * The type of a member's value: of a bit-field that is not as wide as its declared type, one of its
     * own width; one as wide as int is an int (gcc/c/c-decl.cc, finish_struct).
     */
    QualifiedType memberType(RecordDefinition.Member member) {
        var declared = member.type();
        if (member.width() <= 0 || !isInteger(declared.type()) || member.width() == width(declared.type())) {
            return declared;
        }
        boolean signed = isSigned(declared.type());
        if (member.width() == width(IntegerKind.INT)) {
            return declared.withType(signed ? INT : UNSIGNED_INT);
        }
        return declared.withType(new Type.BitField(member.width(), signed));
    }

    boolean isSigned(IntegerKind kind) {
        return switch (kind) {
            case CHAR -> language.charIsSigned();
            case SIGNED_CHAR, SHORT, INT, LONG, LONG_LONG, INT128 -> true;
            default -> false;
        };
    }

    boolean isSigned(Type type) {
        return isInteger(type) && !(type instanceof Type.Bool) && isSigned(kind(type));
    }

    /** Bits of the value; 1 for {@code _Bool}. */
    int width(Type type) {
        return switch (type) {
            case Type.Bool b -> 1;
            case Type.BitField b -> b.bits();
            default -> width(kind(type));
        };
    }

    int width(IntegerKind kind) {
        return model.of(BasicType.valueOf(kind.name())).size() * 8;
    }

    int pointerWidth() {
        return model.pointer().size() * 8;
    }

    boolean has(IntegerKind kind) {
        return model.has(BasicType.valueOf(kind.name()));
    }

    /** The first unsigned type of a width. */
    Type unsignedOf(int bits) {
        for (var kind : new IntegerKind[] {
            IntegerKind.UNSIGNED_CHAR, IntegerKind.UNSIGNED_SHORT, IntegerKind.UNSIGNED_INT, IntegerKind.UNSIGNED_LONG,
            IntegerKind.UNSIGNED_LONG_LONG}) {
            if (width(kind) == bits) {
                return new Type.Integer(kind);
            }
        }
        throw new IllegalArgumentException("no unsigned type has " + bits + " bits");
    }

    boolean fits(BigInteger value, IntegerKind kind) {
        int bits = width(kind);
        return isSigned(kind)
                ? value.bitLength() < bits
                : value.signum() >= 0 && value.bitLength() <= bits;
    }

    BigInteger wrap(BigInteger value, Type type) {
        if (type instanceof Type.Bool) {
            return value.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        }
        int bits = width(type);
        var wrapped = value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        return isSigned(type) && wrapped.testBit(bits - 1) ? wrapped.subtract(BigInteger.ONE.shiftLeft(bits)) : wrapped;
    }

    static QualifiedType pointerTo(QualifiedType target) {
        return QualifiedType.of(new Type.Pointer(target));
    }

    /** Adds qualifiers and an address space; to an array's elements, C11 6.7.3p9. */
    static QualifiedType qualified(QualifiedType type, int qualifiers, int addressSpace) {
        if (qualifiers == 0 && addressSpace == 0) {
            return type;
        }
        if (type.type() instanceof Type.Array array) {
            return type.withType(new Type.Array(qualified(array.element(), qualifiers, addressSpace), array.length()));
        }
        int space = addressSpace != 0 ? addressSpace : type.addressSpace();
        return new QualifiedType(type.type(), type.qualifiers() | qualifiers, space, type.alignment());
    }

    /** Without qualifiers at the top level, an array's elements' included. */
    static QualifiedType unqualified(QualifiedType type) {
        if (type.type() instanceof Type.Array array) {
            return QualifiedType.of(new Type.Array(unqualified(array.element()), array.length()));
        }
        return QualifiedType.of(type.type());
    }

    /** The qualifiers of an object, of an array's elements. */
    static int qualifiersOf(QualifiedType type) {
        return type.type() instanceof Type.Array array ? qualifiersOf(array.element()) : type.qualifiers();
    }

    static int addressSpaceOf(QualifiedType type) {
        return type.type() instanceof Type.Array array ? addressSpaceOf(array.element()) : type.addressSpace();
    }

    static Type.Array arrayOf(QualifiedType element, long length) {
        return new Type.Array(element, new ArrayLength.Known(length));
    }

    static Rvalue constant(long value, Type type, Position at) {
        return new Rvalue.IntegerConstant(BigInteger.valueOf(value), type, at);
    }

    static Rvalue unknownValue(Position at) {
        return new Rvalue.IntegerConstant(BigInteger.ZERO, UNKNOWN, at);
    }

    /** C11 6.7.6.3p15: what a call through no prototype passes. */
    static Type.Function unprototyped(QualifiedType result) {
        return new Type.Function(result, List.of(), false, false);
    }
}
