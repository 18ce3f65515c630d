package org.latebind.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.target.api.DataModel;
import org.latebind.typed.api.ByteOffset;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.StaticImage.Piece;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;
import org.latebind.typed.api.TypedInitializer;

/**
 * Builds the image of an object with static storage duration.
 *
 * <pre>
 * struct { int a : 4, b : 4; char *p; } x = { 1, 2, "s" }  ─▶  [0] 0x21, [8] address of "s"
 * </pre>
 */
final class ImageBuilder {
    private final ConstantFolder folder;
    private final IntegerTypes integers;
    private final Layouts layouts;
    private final TypeTable types;
    private final DataModel model;
    private final Repetitions repetitions;
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();
    private long size;

    ImageBuilder(ConstantFolder folder, IntegerTypes integers, Layouts layouts, TypeTable types, DataModel model,
            Repetitions repetitions) {
        this.folder = folder;
        this.integers = integers;
        this.layouts = layouts;
        this.types = types;
        this.model = model;
        this.repetitions = repetitions;
    }

    StaticImage build(QualifiedType type, Optional<TypedInitializer> initializer) {
        size = layouts.sizeOf(type);
        initializer.ifPresent(i -> put(0, type, i));
        return new StaticImage(size, new ArrayList<>(pieces.values()));
    }

    private void put(long offset, QualifiedType type, TypedInitializer initializer) {
        switch (initializer) {
            case TypedInitializer.Single single -> putScalar(offset, type.type(), single.value());
            case TypedInitializer.Text text -> putText(offset, type.type(), text.data());
            case TypedInitializer.Members members -> putMembers(offset, members);
            case TypedInitializer.Elements elements -> putElements(offset, elements);
        }
    }

    private void putMembers(long offset, TypedInitializer.Members members) {
        var definition = types.record(members.record());
        var layout = layouts.layout(members.record());
        for (var value : members.values()) {
            var member = definition.members().get(value.member());
            var place = layout.members().get(value.member());
            if (member.isBitField()) {
                putBitField(offset * 8 + place.bitOffset(), member.width(), single(value.value()));
            } else {
                put(offset + place.byteOffset().bytes(), member.type(), value.value());
            }
        }
    }

    private static Rvalue single(TypedInitializer initializer) {
        if (initializer instanceof TypedInitializer.Single single) {
            return single.value();
        }
        throw new IllegalArgumentException("a bit-field takes a scalar");
    }

    private void putElements(long offset, TypedInitializer.Elements elements) {
        long elementSize = layouts.sizeOf(elements.element());
        for (var value : elements.values()) {
            // A range of a million equal elements is a million pieces, but a zero one is none.
            long end = isZero(value.value()) ? value.low() : value.high() + 1;
            for (long i = value.low(); i < end; i++) {
                if (i > value.low()) {
                    repetitions.count(place(value.value()));
                }
                put(Math.addExact(offset, Math.multiplyExact(i, elementSize)), elements.element(), value.value());
            }
            grow(Math.addExact(offset, Math.multiplyExact(value.high() + 1, elementSize)));
        }
    }

    /** Where an initializer's first value stands. */
    private static Position place(TypedInitializer initializer) {
        return switch (initializer) {
            case TypedInitializer.Single single -> single.value().at();
            case TypedInitializer.Text text -> Position.NONE;
            case TypedInitializer.Members members ->
                members.values().isEmpty() ? Position.NONE : place(members.values().getFirst().value());
            case TypedInitializer.Elements elements ->
                elements.values().isEmpty() ? Position.NONE : place(elements.values().getFirst().value());
        };
    }

    private boolean isZero(TypedInitializer initializer) {
        return switch (initializer) {
            case TypedInitializer.Single single ->
                folder.fold(single.value()).orElse(null) instanceof Constant.Number n && n.value().signum() == 0;
            case TypedInitializer.Text text -> false;
            case TypedInitializer.Members members -> members.values().stream().allMatch(m -> isZero(m.value()));
            case TypedInitializer.Elements elements -> elements.values().stream().allMatch(e -> isZero(e.value()));
        };
    }

    private void putText(long offset, Type type, StringData data) {
        long length = type instanceof Type.Array a && a.length() instanceof Type.ArrayLength.Known known
                ? Math.min(known.elements(), data.elements().size())
                : data.elements().size();
        int unit = data.elementBytes();
        var bytes = new byte[Math.toIntExact(length * unit)];
        for (int i = 0; i < length; i++) {
            int element = data.elements().get(i);
            for (int b = 0; b < unit; b++) {
                int shift = model.littleEndian() ? b * 8 : (unit - 1 - b) * 8;
                bytes[i * unit + b] = (byte) (element >> shift);
            }
        }
        if (bytes.length > 0) {
            place(new Piece.Bytes(new ByteOffset(offset), bytes));
        }
    }

    private void putScalar(long offset, Type type, Rvalue value) {
        if (type instanceof Type.Record) {
            throw notConstant(value.at());
        }
        int bytes = Math.toIntExact(layouts.sizeOf(QualifiedType.of(type)));
        var at = new ByteOffset(offset);
        var constant = folder.fold(value).orElseThrow(() -> notConstant(value.at()));
        switch (constant) {
            case Constant.Number n -> place(new Piece.Number(at, bytes, unsigned(n.value(), bytes * 8)));
            case Constant.Real r -> placeReal(at, bytes, type, r);
            case Constant.Address a -> {
                if (bytes != model.pointer().size()) {
                    throw notConstant(value.at());
                }
                place(new Piece.Address(at, bytes, a.symbol(), a.addend()));
            }
            case Constant.LabelDifference l -> place(new Piece.LabelDifference(
                    at, bytes, l.left().function(), l.left().label(), l.right().label(), l.addend()));
        }
    }

    private void placeReal(ByteOffset at, int bytes, Type type, Constant.Real real) {
        var format = switch (((Type.Floating) type).kind()) {
            case FLOAT -> FloatingFormat.SINGLE;
            case DOUBLE -> FloatingFormat.DOUBLE;
            case LONG_DOUBLE -> FloatingFormat.of(model.longDouble());
        };
        place(new Piece.Number(at, bytes, format.encode(real)));
    }

    private void place(Piece piece) {
        pieces.put(piece.offset().bytes(), piece);
        grow(piece.offset().bytes() + piece.bytes());
    }

    /** Elements of a flexible array member lie past the type's size. */
    private void grow(long end) {
        size = Math.max(size, end);
    }

    /** Bits go into one-byte pieces, which neighboring bit-fields share. */
    private void putBitField(long bit, int width, Rvalue value) {
        var number = folder.number(value).orElseThrow(() -> notConstant(value.at()));
        for (int i = 0; i < width; i++) {
            // The target's memory order counts from the least significant bit where it is
            // little-endian and from the most significant one where it is not.
            boolean set = number.testBit(model.littleEndian() ? i : width - 1 - i);
            if (set) {
                long byteOffset = (bit + i) >> 3;
                int inByte = (int) ((bit + i) & 7);
                setBit(byteOffset, model.littleEndian() ? inByte : 7 - inByte);
            }
        }
    }

    private void setBit(long byteOffset, int bit) {
        var before = pieces.get(byteOffset) instanceof Piece.Number n ? n.value() : BigInteger.ZERO;
        place(new Piece.Number(new ByteOffset(byteOffset), 1, before.setBit(bit)));
    }

    private static BigInteger unsigned(BigInteger value, int bits) {
        return new IntegerTypes.Format(bits, false).wrap(value);
    }

    private static DiagnosticException notConstant(Position at) {
        return DiagnosticException.refused(
                Diagnostic.error("LB6001", at, "initializer element is not constant"));
    }
}
