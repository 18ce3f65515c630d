package org.latebind.lowering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.typed.api.ByteOffset;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedInitializer;

/**
 * Initializes automatic objects.
 *
 * <pre>
 * struct { int a, b; char c[40]; } x = { .b = f(), .c = "..." };
 *     few constants:   memset x, 0;            store each one;  store f() at b
 *     many constants:  memcpy x, @.init.0                    ;  store f() at b
 * </pre>
 */
final class Initializers {
    /** From so many constants on, one copy is shorter than the stores. */
    private static final int COPIED_CONSTANTS = 9;
    /** An object of more bytes is not kept a second time. */
    private static final long LARGEST_COPY = 1 << 20;

    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;

    Initializers(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
    }

    void initialize(Place.Memory place, Lvalue.LocalInitializer initializer) {
        initializer.value().ifPresent(value -> {
            boolean inParts = IrTypes.isVector(place.type().type()) && value instanceof TypedInitializer.Elements;
            if (types.isScalar(place.type().type()) && !inParts) {
                scalar(place, value);
            } else if (value instanceof TypedInitializer.Single single) {
                fn.expressions().into(single.value(), place);
            } else {
                aggregate(place, value);
            }
        });
    }

    private void scalar(Place.Memory place, TypedInitializer value) {
        switch (value) {
            case TypedInitializer.Single single -> fn.places().store(place, fn.expressions().scalar(single.value()));
            case TypedInitializer.Elements e when e.values().isEmpty() ->
                fn.places().store(place, Conversions.zero(types.value(place.type().type())));
            default -> throw new IllegalArgumentException("a scalar has one value as its initializer");
        }
    }

    /** What {@code -ftrivial-auto-var-init=zero} does to a local without an initializer. */
    void autoZero(Place.Memory place) {
        if (types.isScalar(place.type().type())) {
            var zero = Conversions.zero(types.memory(place.type().type()));
            out.effect("store " + zero.typed() + ", " + place.pointer().typed() + ", align " + place.alignment()
                    + fn.intrinsics().automatic());
            return;
        }
        long size = types.size(place.type());
        if (size > 0) {
            fn.intrinsics().fill(
                    place.pointer(), place.alignment(), Operand.integer(8, 0), Operand.integer(types.pointerBits(), size),
                    false, true);
        }
    }

    private void aggregate(Place.Memory place, TypedInitializer value) {
        long size = types.size(place.type());
        var leaves = new Leaves();
        leaves.add(place.type(), ByteOffset.ZERO, value);
        if (size == 0) {
            // Nothing to store, but what gives the values is evaluated.
            leaves.dynamic.forEach(leaf -> leaf.store(place));
            return;
        }
        if (leaves.constants.size() >= COPIED_CONSTANTS && size <= LARGEST_COPY) {
            copyConstants(place, size, leaves.constants);
        } else {
            fn.intrinsics().fill(
                    place.pointer(), place.alignment(), Operand.integer(8, 0), Operand.integer(types.pointerBits(), size),
                    place.isVolatile(), false);
            leaves.constants.forEach(c -> storeConstant(place, c));
        }
        leaves.dynamic.forEach(leaf -> leaf.store(place));
    }

    private void storeConstant(Place.Memory place, Constant constant) {
        constant.store().run(place);
    }

    private void copyConstants(Place.Memory place, long size, List<Constant> constants) {
        var bytes = new byte[(int) size];
        for (var constant : constants) {
            System.arraycopy(constant.bytes(), 0, bytes, (int) constant.offset().bytes(), constant.bytes().length);
        }
        var type = "[" + size + " x i8]";
        var symbol = fn.unit().module().constant(type, IrText.bytes(bytes), place.alignment());
        var source = new Place.Memory(new Operand("ptr", symbol), place.alignment(), place.type());
        fn.places().copy(place, source, size);
    }

    private interface Store {
        void run(Place.Memory object);
    }

    /** Bytes that are known now, and the instruction that would write them. */
    private record Constant(ByteOffset offset, byte[] bytes, Store store) {}

    private record Dynamic(Store code) {
        void store(Place.Memory object) {
            code.run(object);
        }
    }

    private Place.Memory part(Place.Memory object, ByteOffset offset, QualifiedType type) {
        return new Place.Memory(
                out.offset(object.pointer(), offset),
                Places.commonAlignment(object.alignment(), offset),
                type.with(object.type().qualifiers()));
    }

    /** An initializer taken apart into its scalars; zeros are left out. */
    private final class Leaves {
        private final List<Constant> constants = new ArrayList<>();
        private final List<Dynamic> dynamic = new ArrayList<>();

        void add(QualifiedType type, ByteOffset offset, TypedInitializer value) {
            switch (value) {
                case TypedInitializer.Single single -> single(type, offset, single.value());
                case TypedInitializer.Text text -> text(type, offset, text);
                case TypedInitializer.Members members -> members(members, offset);
                case TypedInitializer.Elements elements -> elements(elements, offset);
            }
        }

        private void single(QualifiedType type, ByteOffset offset, Rvalue value) {
            if (!types.isScalar(type.type())) {
                dynamic.add(new Dynamic(object -> fn.expressions().into(value, part(object, offset, type))));
                return;
            }
            var constant = constant(value);
            if (constant.isEmpty()) {
                dynamic.add(new Dynamic(
                        object -> fn.places().store(part(object, offset, type), fn.expressions().scalar(value))));
            } else if (constant.get().signum() != 0) {
                constants.add(new Constant(
                        offset,
                        memory(constant.get(), (int) types.size(type)),
                        object -> fn.places().store(part(object, offset, type), fn.expressions().scalar(value))));
            }
        }

        private void text(QualifiedType type, ByteOffset offset, TypedInitializer.Text text) {
            var all = IrText.memoryOf(text.data(), types.model().littleEndian());
            var bytes = java.util.Arrays.copyOf(all, (int) Math.min(all.length, types.size(type)));
            if (bytes.length == 0) {
                return;
            }
            constants.add(new Constant(offset, bytes, object -> {
                var symbol = fn.unit().module().text(text.data());
                var source = new Place.Memory(new Operand("ptr", symbol), text.data().elementBytes(), type);
                fn.places().copy(part(object, offset, type), source, bytes.length);
            }));
        }

        private void members(TypedInitializer.Members members, ByteOffset offset) {
            var layout = types.layouts().layout(members.record());
            var definition = types.table().record(members.record());
            for (var member : members.values()) {
                var declared = definition.members().get(member.member());
                if (declared.isBitField()) {
                    bitField(members, member, declared.type(), offset);
                } else {
                    var at = layout.members().get(member.member()).byteOffset();
                    add(declared.type(), offset.plus(at), member.value());
                }
            }
        }

        private void bitField(
                TypedInitializer.Members members, TypedInitializer.MemberValue member, QualifiedType type,
                ByteOffset offset) {
            if (!(member.value() instanceof TypedInitializer.Single single)) {
                throw new IllegalArgumentException("a bit-field has one value as its initializer");
            }
            if (constant(single.value()).filter(v -> v.signum() == 0).isPresent()) {
                return;
            }
            var path = new FieldPath(members.record(), List.of(member.member()));
            dynamic.add(new Dynamic(object -> {
                var record = part(object, offset, QualifiedType.of(new Type.Record(members.record())));
                var field = fn.places().member(record, path, type.with(object.type().qualifiers()));
                fn.places().store(field, fn.expressions().scalar(single.value()));
            }));
        }

        private void elements(TypedInitializer.Elements elements, ByteOffset offset) {
            long size = types.size(elements.element());
            for (var element : elements.values()) {
                var at = offset.plus(new ByteOffset(element.low() * size));
                if (element.low() == element.high()) {
                    add(elements.element(), at, element.value());
                } else if (!isZero(element.value())) {
                    range(elements.element(), at, element);
                }
            }
        }

        /** The first element is initialized, the others are copies of it: the value is evaluated once. */
        private void range(QualifiedType type, ByteOffset offset, TypedInitializer.ElementValue element) {
            long size = types.size(type);
            dynamic.add(new Dynamic(object -> {
                var first = part(object, offset, type);
                initialize(first, new Lvalue.LocalInitializer(Optional.of(element.value())));
                copies(first, size, element.high() - element.low());
            }));
        }

        private boolean isZero(TypedInitializer value) {
            return value instanceof TypedInitializer.Single single
                    && constant(single.value()).filter(v -> v.signum() == 0).isPresent();
        }
    }

    private void copies(Place.Memory first, long size, long count) {
        var loop = out.newLabel("fill");
        var end = out.newLabel("end");
        int bits = types.pointerBits();
        var index = out.alloca("i" + bits, bits / 8);
        out.store(Operand.integer(bits, size), index, bits / 8, false);
        out.begin(loop);
        var at = out.load("i" + bits, index, bits / 8, false);
        var target = new Place.Memory(
                out.offset(first.pointer(), at), Places.commonAlignment(first.alignment(), new ByteOffset(size)),
                first.type());
        fn.places().copy(target, first, size);
        var next = out.integer("add", at, Operand.integer(bits, size));
        out.store(next, index, bits / 8, false);
        var done = out.compareIntegers(Rvalue.Comparison.GREATER, false, next, Operand.integer(bits, size * count));
        out.branch(done, end, loop);
        out.begin(end);
    }

    /** The bits of an integer or null pointer that is written as a constant. */
    private Optional<BigInteger> constant(Rvalue value) {
        return switch (value) {
            case Rvalue.IntegerConstant c -> Optional.of(c.value());
            case Rvalue.Convert convert when !IrTypes.isFloating(convert.type()) && types.isScalar(convert.type()) ->
                constant(convert.operand()).map(v -> wrapped(v, convert.type()));
            default -> Optional.empty();
        };
    }

    private BigInteger wrapped(BigInteger value, Type type) {
        if (type instanceof Type.Bool) {
            return value.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        }
        int bits = (int) types.size(QualifiedType.of(type)) * 8;
        var low = value.mod(BigInteger.ONE.shiftLeft(bits));
        return types.isSigned(type) && low.testBit(bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low;
    }

    private byte[] memory(BigInteger value, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[types.model().littleEndian() ? i : length - 1 - i] = value.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }
}
