package org.latebind.lowering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;

/**
 * Objects with static storage duration.
 *
 * <pre>
 * static const struct { char c; void *p; } x = { 'a', &amp;y };
 *     @x = internal dso_local constant <{ [8 x i8], ptr }> <{ [8 x i8] c"a\00...", ptr @y }>, align 8
 * </pre>
 */
final class StaticData {
    /** Of a unit; an object file has all of them, and no kernel loads so many. */
    private static final long MOST_BYTES = 256 << 20;
    /** Of zeros in a kernel module, which allocates them when it is loaded. */
    private static final long MOST_ZEROS = 1 << 30;

    private final UnitLowering unit;
    private final LaidOutUnit laidOut;
    private final ModuleWriter module;
    private final IrTypes types;
    private long bytes;
    private long zeros;

    StaticData(UnitLowering unit, LaidOutUnit laidOut, ModuleWriter module) {
        this.unit = unit;
        this.laidOut = laidOut;
        this.module = module;
        this.types = unit.types();
    }

    void lower(GlobalVariable variable, Set<String> defined) {
        var symbol = IrText.global(variable.linkName());
        var alias = variable.attributes().alias();
        if (alias.isPresent()) {
            if (!defined.contains(symbol)) {
                module.objects().append(symbol).append(" = ")
                        .append(Aliases.head(variable.linkage(), variable.attributes())).append("i8, ptr ")
                        .append(unit.aliased(alias.get(), variable.at())).append('\n');
                defined.add(symbol);
            }
        } else if (!variable.defined()) {
            declare(variable, symbol, defined);
        } else {
            define(variable, symbol, defined);
        }
        if (variable.attributes().is(Flag.USED)) {
            module.keep(symbol);
        }
    }

    private void declare(GlobalVariable variable, String symbol, Set<String> defined) {
        refuseThreadLocal(variable);
        if (!defined.add(symbol)) {
            return;
        }
        unit.definedElsewhere(symbol);
        boolean local = unit.settings().codegen().allSymbolsLocal();
        var type = types.isComplete(variable.type()) ? types.object(variable.type()) : "i8";
        module.externals().append(symbol).append(" = ")
                .append(variable.attributes().is(Flag.WEAK) ? "extern_weak " : "external ")
                .append(local ? "dso_local " : "")
                .append(Visibilities.text(variable.attributes()))
                .append(threadLocal(variable))
                .append(isReadOnly(variable.type()) ? "constant " : "global ")
                .append(type).append(", align ").append(alignment(variable)).append('\n');
    }

    private void define(GlobalVariable variable, String symbol, Set<String> defined) {
        if (!defined.add(symbol)) {
            throw Refusal.because(
                    Refusal.SYMBOL, variable.at(), "symbol '" + variable.linkName() + "' is defined twice");
        }
        refuseThreadLocal(variable);
        var image = laidOut.images().get(variable.id());
        count(variable, image);
        boolean common = isCommon(variable, image);
        var constant = constant(variable.type(), image);
        module.objects().append(symbol).append(" = ")
                .append(common ? "common " : linkage(variable))
                .append(visibility(variable))
                .append(threadLocal(variable))
                .append(isReadOnly(variable.type()) ? "constant " : "global ")
                .append(constant.typed());
        variable.attributes().section()
                .ifPresent(s -> module.objects().append(", section ").append(IrText.quoted(s)));
        module.objects().append(", align ").append(alignment(variable)).append('\n');
    }

    /** The module loader does not know their relocations. */
    private void refuseThreadLocal(GlobalVariable variable) {
        if (variable.threadLocal() && unit.settings().codegen().isForKernel()) {
            throw Refusal.unsupported(variable.at(), "a thread-local variable in a kernel");
        }
    }

    /** Zeros without a section of their own take no room in the object file. */
    private void count(GlobalVariable variable, StaticImage image) {
        if (image.pieces().isEmpty() && variable.attributes().section().isEmpty() && !isReadOnly(variable.type())) {
            countZeros(variable, image);
            return;
        }
        if (image.size() > MOST_BYTES - bytes) {
            throw Refusal.unsupported(variable.at(), "a unit of more than " + MOST_BYTES
                    + " bytes of initialized data, '" + variable.linkName() + "' included,");
        }
        bytes += image.size();
    }

    private void countZeros(GlobalVariable variable, StaticImage image) {
        if (unit.settings().codegen().isForKernel() && image.size() > MOST_ZEROS - zeros) {
            throw Refusal.unsupported(variable.at(), "a kernel module's unit of more than " + MOST_ZEROS
                    + " bytes of zeros, '" + variable.linkName() + "' included,");
        }
        zeros += image.size();
    }

    private boolean isCommon(GlobalVariable variable, StaticImage image) {
        return unit.settings().language().commonVariables()
                && variable.linkage() == Linkage.EXTERNAL
                && variable.initializer().isEmpty()
                && image.pieces().isEmpty()
                && variable.attributes().section().isEmpty()
                && !variable.threadLocal()
                && !variable.attributes().is(Flag.WEAK)
                && !isReadOnly(variable.type());
    }

    /**
     * A weak object of position-independent code is reached by its address alone: whoever defines it may put it
     * out of reach of shorter ways, as the kernel does with the per-processor variables of modules.
     */
    private String visibility(GlobalVariable variable) {
        boolean direct = unit.settings().codegen().allSymbolsLocal() || !variable.attributes().is(Flag.WEAK);
        return direct ? Visibilities.local(variable.attributes()) : Visibilities.text(variable.attributes());
    }

    private static String linkage(GlobalVariable variable) {
        if (variable.linkage() == Linkage.INTERNAL) {
            return "internal ";
        }
        return variable.attributes().is(Flag.WEAK) ? "weak " : "";
    }

    // A position-independent executable owns what it defines, and its loader places the rest once.
    private static String threadLocal(GlobalVariable variable) {
        if (!variable.threadLocal()) {
            return "";
        }
        return variable.defined() ? "thread_local(localexec) " : "thread_local(initialexec) ";
    }

    private int alignment(GlobalVariable variable) {
        int asked = variable.attributes().alignment();
        return Math.max(types.alignment(variable.type()), asked > 0 ? asked : types.model().leastObjectAlignment());
    }

    /** Whether gcc puts an object of the type into a read-only section; not so where it is volatile. */
    private static boolean isReadOnly(QualifiedType type) {
        if (type.isVolatile()) {
            return false;
        }
        return type.isConst() || (type.type() instanceof Type.Array array && isReadOnly(array.element()));
    }

    /** An image as a constant of a type that has exactly its bytes. */
    Operand constant(QualifiedType type, StaticImage image) {
        if (image.pieces().isEmpty()) {
            var zero = types.isScalar(type.type()) && image.size() == types.size(type)
                    ? types.memory(type.type())
                    : "[" + image.size() + " x i8]";
            return new Operand(zero, "zeroinitializer");
        }
        var parts = new Parts(image).collect();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var typeText = new StringBuilder("<{ ");
        var text = new StringBuilder("<{ ");
        var separator = "";
        for (var part : parts) {
            typeText.append(separator).append(part.type());
            text.append(separator).append(part.typed());
            separator = ", ";
        }
        return new Operand(typeText.append(" }>").toString(), text.append(" }>").toString());
    }

    /** The image cut into runs of bytes and relocated words. */
    private final class Parts {
        private static final int LONGEST_ZERO_WITHIN_BYTES = 64;

        private final StaticImage image;
        private final List<Operand> parts = new ArrayList<>();
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        private long at;

        Parts(StaticImage image) {
            this.image = image;
        }

        List<Operand> collect() {
            if (image.pieces().size() == 1
                    && image.pieces().get(0) instanceof StaticImage.Piece.Number number
                    && number.bytes() == image.size()
                    && Integer.bitCount(number.bytes()) == 1) {
                return List.of(Operand.integer(8 * number.bytes(), number.value()));
            }
            for (var piece : image.pieces()) {
                gap(piece.offset().bytes());
                add(piece);
                at += piece.bytes();
            }
            gap(image.size());
            flush();
            return parts;
        }

        private void gap(long end) {
            long length = end - at;
            if (length > LONGEST_ZERO_WITHIN_BYTES) {
                flush();
                parts.add(new Operand("[" + length + " x i8]", "zeroinitializer"));
            } else {
                for (long i = 0; i < length; i++) {
                    bytes.write(0);
                }
            }
            at = end;
        }

        private void flush() {
            if (bytes.size() > 0) {
                parts.add(new Operand("[" + bytes.size() + " x i8]", IrText.bytes(bytes.toByteArray())));
                bytes.reset();
            }
        }

        private void add(StaticImage.Piece piece) {
            switch (piece) {
                case StaticImage.Piece.Bytes b -> bytes.writeBytes(b.content());
                case StaticImage.Piece.Number n -> number(n.value(), n.bytes());
                case StaticImage.Piece.Address a -> {
                    flush();
                    parts.add(address(a));
                }
                case StaticImage.Piece.LabelDifference d -> {
                    flush();
                    parts.add(difference(d));
                }
            }
        }

        private void number(BigInteger value, int length) {
            boolean little = types.model().littleEndian();
            for (int i = 0; i < length; i++) {
                bytes.write(value.shiftRight(8 * (little ? i : length - 1 - i)).intValue() & 255);
            }
        }

        private Operand address(StaticImage.Piece.Address address) {
            var symbol = symbol(address.symbol());
            var pointer = address.addend() == 0
                    ? symbol
                    : "getelementptr (i8, ptr " + symbol + ", i64 " + address.addend() + ")";
            if (address.bytes() == types.model().pointer().size()) {
                return new Operand("ptr", pointer);
            }
            return narrowed("ptrtoint (ptr " + pointer + " to i" + types.pointerBits() + ")", address.bytes());
        }

        private Operand narrowed(String word, int length) {
            var type = "i" + 8 * length;
            var wide = "i" + types.pointerBits();
            return new Operand(type, type.equals(wide) ? word : "trunc (" + wide + " " + word + " to " + type + ")");
        }

        private Operand difference(StaticImage.Piece.LabelDifference difference) {
            var wide = "i" + types.pointerBits();
            var function = unit.address(difference.function());
            var left = "ptrtoint (ptr blockaddress(" + function + ", %L" + difference.left().index() + ") to " + wide + ")";
            var right =
                    "ptrtoint (ptr blockaddress(" + function + ", %L" + difference.right().index() + ") to " + wide + ")";
            var word = "sub (" + wide + " " + left + ", " + wide + " " + right + ")";
            if (difference.addend() != 0) {
                word = "add (" + wide + " " + word + ", " + wide + " " + difference.addend() + ")";
            }
            return narrowed(word, difference.bytes());
        }

        private String symbol(StaticImage.Symbol symbol) {
            return switch (symbol) {
                case StaticImage.Symbol.OfVariable v -> unit.symbol(v.variable());
                case StaticImage.Symbol.OfFunction f -> unit.address(f.function());
                case StaticImage.Symbol.OfText t -> module.text(t.data());
                case StaticImage.Symbol.OfLabel l ->
                    "blockaddress(" + unit.address(l.function()) + ", %L" + l.label().index() + ")";
            };
        }
    }
}
