package org.latebind.layout;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordLayout;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.StaticImage.Piece;
import org.osgi.service.component.annotations.Component;

/**
 * Layouts and images as text, for {@code --dump-after layout}.
 *
 * <pre>
 * unit drv/main
 * struct cdev: 104 bytes, aligned 8
 *        0 kobj
 *       64 owner
 *     68.3 flag : 1                       byte and bit : width of a bit-field
 * variable fops: 272 bytes
 *        0 __this_module
 *       72 drv_poll
 * </pre>
 *
 * <p>Records come in the order in which the unit mentions them.
 */
@Component(service = ArtifactPrinter.class)
public final class PrintLaidOutUnit implements ArtifactPrinter<LaidOutUnit> {
    @Override
    public Class<LaidOutUnit> type() {
        return LaidOutUnit.class;
    }

    @Override
    public boolean print(LaidOutUnit laidOut, Optional<String> name, Appendable out) throws IOException {
        boolean found = name.isEmpty();
        if (found) {
            out.append("unit ").append(laidOut.unit().name()).append('\n');
        }
        for (var layout : laidOut.records().values()) {
            var definition = laidOut.unit().types().record(layout.record());
            if (name.isEmpty() || name.equals(definition.tag())) {
                found = true;
                print(definition, layout, out);
            }
        }
        for (var variable : laidOut.unit().variables()) {
            var image = Optional.ofNullable(laidOut.images().get(variable.id()));
            if (image.isPresent() && (name.isEmpty() || name.get().equals(variable.name()))) {
                found = true;
                print(variable, image.get(), laidOut, out);
            }
        }
        return found;
    }

    private static void print(RecordDefinition definition, RecordLayout layout, Appendable out) throws IOException {
        out.append(definition.union() ? "union " : "struct ")
                .append(definition.tag().orElse("(unnamed, " + definition.at().line() + ")"))
                .append(": ").append(bytes(layout.size()))
                .append(", aligned ").append(Integer.toString(layout.alignment())).append('\n');
        for (int i = 0; i < definition.members().size(); i++) {
            var member = definition.members().get(i);
            var place = layout.members().get(i);
            var at = Long.toString(place.byteOffset().bytes())
                    + (member.isBitField() ? "." + place.bitOffset() % 8 : "");
            line(at, member.name().orElse("(unnamed)") + (member.isBitField() ? " : " + member.width() : ""), out);
        }
    }

    private static void print(GlobalVariable variable, StaticImage image, LaidOutUnit in, Appendable out)
            throws IOException {
        out.append("variable ").append(variable.linkName()).append(": ").append(bytes(image.size())).append('\n');
        for (var piece : image.pieces()) {
            line(Long.toString(piece.offset().bytes()), text(piece, in), out);
        }
    }

    private static String text(Piece piece, LaidOutUnit in) {
        return switch (piece) {
            case Piece.Bytes bytes -> HexFormat.ofDelimiter(" ").formatHex(bytes.content());
            case Piece.Number number -> "0x" + number.value().toString(16) + " in " + bytes(number.bytes());
            case Piece.Address address -> symbol(address.symbol(), in) + plus(address.addend());
            case Piece.LabelDifference difference -> "L" + difference.left().index() + " - L"
                    + difference.right().index() + plus(difference.addend());
        };
    }

    private static String symbol(StaticImage.Symbol symbol, LaidOutUnit in) {
        var unit = in.unit();
        return switch (symbol) {
            case StaticImage.Symbol.OfVariable of -> unit.variables().get(of.variable().index()).linkName();
            case StaticImage.Symbol.OfFunction of -> unit.functions().get(of.function().index()).linkName();
            case StaticImage.Symbol.OfText of -> "a string of " + bytes((long) of.data().elements().size() * of.data().elementBytes());
            case StaticImage.Symbol.OfLabel of ->
                unit.functions().get(of.function().index()).linkName() + " L" + of.label().index();
        };
    }

    private static String plus(long addend) {
        return addend == 0 ? "" : (addend > 0 ? " + " : " - ") + Math.abs(addend);
    }

    private static String bytes(long count) {
        return count + (count == 1 ? " byte" : " bytes");
    }

    private static void line(String at, String text, Appendable out) throws IOException {
        out.append(" ".repeat(Math.max(1, 9 - at.length()))).append(at).append(' ').append(text).append('\n');
    }
}
