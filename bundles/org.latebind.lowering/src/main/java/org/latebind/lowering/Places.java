package org.latebind.lowering;

import org.latebind.typed.api.ByteOffset;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordLayout;
import org.latebind.typed.api.Type;

/** Finds objects, reads and writes them. */
final class Places {
    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;

    Places(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
    }

    Place of(Lvalue lvalue) {
        return switch (lvalue) {
            case Lvalue.Global global -> global(global);
            case Lvalue.Local local -> fn.locals().place(local.local(), local.type());
            case Lvalue.Function function ->
                new Place.Memory(new Operand("ptr", fn.unit().address(function.function())), 1, function.type());
            case Lvalue.Dereference dereference -> new Place.Memory(
                    fn.expressions().scalar(dereference.pointer()),
                    types.alignment(dereference.type()),
                    dereference.type());
            case Lvalue.Member member -> member(member);
            case Lvalue.Text text -> new Place.Memory(
                    new Operand("ptr", fn.unit().module().text(text.data())), text.data().elementBytes(), text.type());
            case Lvalue.CompoundLiteral literal -> {
                var place = fn.locals().place(literal.local(), literal.type());
                fn.initializers().initialize(fn.memory(place, literal.at()), literal.initializer());
                yield place;
            }
            case Lvalue.Temporary temporary -> fn.expressions().intoTemporary(temporary.value(), temporary.type());
            case Lvalue.Register register -> new Place.Register(register.name(), register.type(), register.at());
        };
    }

    /** An object that must have an address. */
    Place.Memory memory(Lvalue lvalue) {
        return fn.memory(of(lvalue), lvalue.at());
    }

    private Place global(Lvalue.Global lvalue) {
        var variable = fn.unit().variable(lvalue.variable());
        var pointer = new Operand("ptr", fn.unit().symbol(lvalue.variable()));
        if (variable.threadLocal()) {
            var intrinsic = fn.unit().module().declare(
                    "@llvm.threadlocal.address.p0", "nonnull ptr @llvm.threadlocal.address.p0(ptr nonnull)");
            pointer = out.value("ptr", "call ptr " + intrinsic + "(" + pointer.typed() + ")");
        }
        int space = variable.type().addressSpace();
        if (space != 0) {
            pointer = fn.conversions().pointerBits(pointer, IrTypes.pointer(space));
        }
        int alignment = Math.max(types.alignment(lvalue.type()), variable.attributes().alignment());
        return new Place.Memory(pointer, alignment, lvalue.type());
    }

    private Place member(Lvalue.Member lvalue) {
        var base = memory(lvalue.base());
        return member(base, lvalue.path(), lvalue.type());
    }

    /** What a path from the record at {@code base} designates. */
    Place member(Place.Memory base, FieldPath path, QualifiedType type) {
        var layout = types.layouts().member(path);
        if (layout.width() < 0) {
            var offset = layout.byteOffset();
            return new Place.Memory(
                    out.offset(base.pointer(), offset), commonAlignment(base.alignment(), offset), type);
        }
        return bitField(base, path, layout, type);
    }

    /** The alignment that remains so far behind an aligned address. */
    static long commonAlignment(long alignment, ByteOffset offset) {
        return offset.bytes() == 0 ? alignment : Math.min(alignment, Long.lowestOneBit(offset.bytes()));
    }

    /**
     * Chooses the bytes that are read and written for a bit-field. None lies outside the run of
     * adjacent bit-fields that the field belongs to: others may own those bytes (C11 3.14).
     */
    private Place bitField(
            Place.Memory base, FieldPath path, RecordLayout.MemberLayout field, QualifiedType type) {
        var run = new BitFieldRuns(types).runOf(path, field);
        int declaredBits = (int) types.size(types.declared(path)) * 8;
        long first = field.bitOffset();
        long last = first + field.width() - 1;
        for (int bits : new int[] {declaredBits, 8, 16, 32, 64}) {
            long start = first / bits * bits;
            if (bits <= 64 && last < start + bits && start >= run.firstBit() && start + bits <= run.endBit()) {
                return bitField(base, start, bits, field, type);
            }
        }
        long start = first & ~7L;
        return bitField(base, start, (int) (((last | 7) + 1) - start), field, type);
    }

    private Place bitField(
            Place.Memory base, long start, int bits, RecordLayout.MemberLayout field, QualifiedType type) {
        int below = (int) (field.bitOffset() - start);
        var unit = ByteOffset.containing(start);
        int shift = types.model().littleEndian() ? below : bits - below - field.width();
        return new Place.BitField(
                out.offset(base.pointer(), unit),
                bits,
                commonAlignment(base.alignment(), unit),
                shift,
                field.width(),
                type);
    }

    /** The value of a scalar object. */
    Operand load(Place place) {
        return switch (place) {
            case Place.Memory memory -> loadScalar(memory);
            case Place.BitField field -> loadBits(field);
            case Place.Register register -> fn.registers().read(register);
        };
    }

    private Operand loadScalar(Place.Memory place) {
        var type = place.type().type();
        if ((place.type().qualifiers() & QualifiedType.ATOMIC) != 0) {
            return fn.atomics().load(place);
        }
        var value = out.load(types.memory(type), place.pointer(), place.alignment(), place.isVolatile());
        return fromMemory(value, type);
    }

    Operand fromMemory(Operand stored, Type type) {
        return type instanceof Type.Bool || type instanceof Type.BitField
                ? out.resize(stored, valueBits(type), false)
                : stored;
    }

    Operand toMemory(Operand value, Type type) {
        return type instanceof Type.Bool || type instanceof Type.BitField
                ? out.resize(value, new Operand(types.memory(type), "").bits(), types.isSigned(type))
                : value;
    }

    private Operand loadBits(Place.BitField field) {
        var unit = out.load("i" + field.unitBits(), field.unit(), field.alignment(), field.type().isVolatile());
        var type = field.type().type();
        boolean signed = types.isSigned(type);
        Operand bits;
        if (signed) {
            int up = field.unitBits() - field.shift() - field.width();
            var raised = shift("shl", unit, up);
            bits = shift("ashr", raised, up + field.shift());
        } else {
            var low = shift("lshr", unit, field.shift());
            bits = field.shift() + field.width() == field.unitBits()
                    ? low
                    : out.integer("and", low, out.mask(field.unitBits(), field.width()));
        }
        return out.resize(bits, valueBits(type), signed);
    }

    private Operand shift(String operation, Operand value, int by) {
        return by == 0 ? value : out.integer(operation, value, Operand.integer(value.bits(), by));
    }

    private int valueBits(Type type) {
        return new Operand(types.value(type), "").bits();
    }

    /**
     * Writes a scalar object.
     *
     * @return the value the object then has: of a bit-field, what fits into it
     */
    Operand store(Place place, Operand value) {
        return switch (place) {
            case Place.Memory memory -> {
                storeScalar(memory, value);
                yield value;
            }
            case Place.BitField field -> storeBits(field, value);
            case Place.Register register -> {
                fn.registers().write(register, value);
                yield value;
            }
        };
    }

    private void storeScalar(Place.Memory place, Operand value) {
        if ((place.type().qualifiers() & QualifiedType.ATOMIC) != 0) {
            fn.atomics().store(place, value);
            return;
        }
        out.store(toMemory(value, place.type().type()), place.pointer(), place.alignment(), place.isVolatile());
    }

    private Operand storeBits(Place.BitField field, Operand value) {
        int bits = field.unitBits();
        boolean isVolatile = field.type().isVolatile();
        var mask = out.mask(bits, field.width());
        var low = out.integer("and", out.resize(value, bits, false), mask);
        var placed = shift("shl", low, field.shift());
        if (field.width() < bits) {
            var unit = out.load("i" + bits, field.unit(), field.alignment(), isVolatile);
            var hole = out.integer("xor", shift("shl", mask, field.shift()), Operand.integer(bits, -1));
            placed = out.integer("or", out.integer("and", unit, hole), placed);
        }
        out.store(placed, field.unit(), field.alignment(), isVolatile);
        return kept(field, value);
    }

    private Operand kept(Place.BitField field, Operand value) {
        int bits = value.bits();
        if (field.width() >= bits) {
            return value;
        }
        if (types.isSigned(field.type().type())) {
            return shift("ashr", shift("shl", value, bits - field.width()), bits - field.width());
        }
        return out.integer("and", value, out.mask(bits, field.width()));
    }

    /** Copies an object of known size; the two may be one and the same. */
    void copy(Place.Memory to, Place.Memory from, long bytes) {
        if (bytes == 0) {
            return;
        }
        boolean isVolatile = to.isVolatile() || from.isVolatile();
        fn.intrinsics().copy(
                "memcpy", to.pointer(), to.alignment(), from.pointer(), from.alignment(),
                Operand.integer(types.pointerBits(), bytes), isVolatile);
    }
}
