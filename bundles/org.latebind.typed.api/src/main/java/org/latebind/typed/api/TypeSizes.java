package org.latebind.typed.api;

import java.util.function.Function;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.SizeAlign;
import org.latebind.target.api.VaListType;

/**
 * Sizes, alignments and places of every type, given those of records: what is left is the data model's and
 * multiplication. One class for both sides: layout asks it for the parts of a record that it is placing, lowering
 * reads with it what a {@link LaidOutUnit} holds.
 */
public final class TypeSizes implements Layouts {
    private static final BasicType[] CONTAINERS = {
        BasicType.CHAR, BasicType.SHORT, BasicType.INT, BasicType.LONG, BasicType.LONG_LONG};

    private final TypeTable types;
    private final DataModel model;
    private final Function<RecordId, RecordLayout> records;

    public TypeSizes(TypeTable types, DataModel model, Function<RecordId, RecordLayout> records) {
        this.types = types;
        this.model = model;
        this.records = records;
    }

    @Override
    public RecordLayout layout(RecordId record) {
        return records.apply(record);
    }

    @Override
    public long sizeOf(QualifiedType type) {
        return switch (type.type()) {
            case Type.Array a -> product(elements(a.length()), sizeOf(a.element()));
            case Type.Record r -> layout(r.id()).size();
            case Type.Void v -> 1;
            case Type.Function f -> 1;
            default -> scalar(type.type()).size();
        };
    }

    @Override
    public int alignOf(QualifiedType type) {
        return type.alignment() > 0 ? type.alignment() : naturalAlignment(type.type());
    }

    private int naturalAlignment(Type type) {
        return switch (type) {
            case Type.Array a -> alignOf(a.element());
            case Type.Record r -> layout(r.id()).alignment();
            case Type.Void v -> 1;
            case Type.Function f -> 1;
            default -> scalar(type).align();
        };
    }

    @Override
    public RecordLayout.MemberLayout member(FieldPath path) {
        var record = path.record();
        long bits = 0;
        RecordLayout.MemberLayout last = null;
        for (int step : path.steps()) {
            last = layout(record).members().get(step);
            bits += last.bitOffset();
            if (types.record(record).members().get(step).type().type() instanceof Type.Record inner) {
                record = inner.id();
            }
        }
        return new RecordLayout.MemberLayout(bits, last.width());
    }

    private static long elements(Type.ArrayLength length) {
        return switch (length) {
            case Type.ArrayLength.Known known -> known.elements();
            case Type.ArrayLength.Incomplete i -> 0;
            case Type.ArrayLength.Variable v -> throw unknown("an array of variable length");
        };
    }

    private static long product(long elements, long size) {
        try {
            return Math.multiplyExact(elements, size);
        } catch (ArithmeticException overflow) {
            throw DiagnosticException.refused(Diagnostic.error("LB6005", "an array is too large"));
        }
    }

    private static DiagnosticException unknown(String what) {
        return DiagnosticException.refused(Diagnostic.error(
                "LB6004", "the size of " + what + " is not constant, and a constant one is needed"));
    }

    private SizeAlign scalar(Type type) {
        return switch (type) {
            case Type.Bool b -> model.of(BasicType.BOOL);
            case Type.Integer i -> model.of(i.kind().basic());
            case Type.BitField b -> container(b.bits());
            case Type.Floating f -> model.of(f.kind().basic());
            case Type.Pointer p -> model.pointer();
            case Type.Enum e -> model.of(types.enumeration(e.id()).representation().basic());
            case Type.Vector v -> vector(v);
            case Type.VaList v -> vaList(model.vaList());
            case Type.Unknown u -> throw unknown("a type that is not known");
            case Type.Void v -> throw new IllegalArgumentException("not a scalar");
            case Type.Array a -> throw new IllegalArgumentException("not a scalar");
            case Type.Function f -> throw new IllegalArgumentException("not a scalar");
            case Type.Record r -> throw new IllegalArgumentException("not a scalar");
        };
    }

    private SizeAlign vector(Type.Vector vector) {
        int size = Math.toIntExact(product(vector.elements(), scalar(vector.element()).size()));
        return new SizeAlign(size, Math.min(size, model.largestVectorAlignment()));
    }

    private SizeAlign container(int bits) {
        for (var type : CONTAINERS) {
            if (model.of(type).size() * 8 >= bits) {
                return model.of(type);
            }
        }
        return model.of(BasicType.INT128);
    }

    private SizeAlign vaList(VaListType list) {
        if (list.kind() == VaListType.Kind.VOID_POINTER) {
            return model.pointer();
        }
        long size = 0;
        int align = 1;
        for (var field : list.fields()) {
            var part = model.of(field.type());
            size = roundUp(size, part.align()) + part.size();
            align = Math.max(align, part.align());
        }
        return new SizeAlign((int) roundUp(size, align), align);
    }

    private static long roundUp(long value, long unit) {
        return (value + unit - 1) / unit * unit;
    }
}
