package org.latebind.kmod;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfReader;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;

/**
 * A relocatable object as text.
 *
 * <pre>
 * section .text: 22 bytes, aligned 16, alloc execinstr
 *        0 function global f, 22 bytes
 *        1 type 4 -> __fentry__ - 4
 *   0000 e8 00 00 00 00 ...
 * undefined __fentry__
 * </pre>
 */
final class ElfText {
    private static final int ROW = 16;

    private record Flag(long bit, String name) {}

    private static final List<Flag> FLAGS = List.of(
            new Flag(Section.WRITE, "write"),
            new Flag(Section.ALLOC, "alloc"),
            new Flag(Section.EXECINSTR, "execinstr"),
            new Flag(Section.MERGE, "merge"),
            new Flag(Section.STRINGS, "strings"));

    private final RelocatableObject object;
    private final Appendable out;

    private ElfText(RelocatableObject object, Appendable out) {
        this.object = object;
        this.out = out;
    }

    /**
     * Prints all of an object, or the section of a name, or what defines or refers to a symbol of that name.
     *
     * @return whether there is anything of that name
     */
    static boolean print(String file, Bytes contents, Optional<String> name, Appendable out) throws IOException {
        return new ElfText(ElfReader.read(file, contents), out).print(name);
    }

    private boolean print(Optional<String> name) throws IOException {
        boolean found = name.isEmpty();
        for (int i = 0; i < object.sections().size(); i++) {
            var section = object.sections().get(i);
            if (name.isEmpty() || name.get().equals(section.name()) || defines(i, name.get())) {
                found = true;
                print(i, section);
            }
        }
        for (var symbol : object.symbols()) {
            if (!symbol.isDefined() && !symbol.name().isEmpty() && (name.isEmpty() || name.get().equals(symbol.name()))) {
                found = true;
                out.append("undefined ").append(symbol.name()).append('\n');
            }
        }
        return found;
    }

    private boolean defines(int section, String name) {
        return object.symbols().stream().anyMatch(s -> s.section() == section && s.name().equals(name));
    }

    private void print(int index, Section section) throws IOException {
        out.append("section ").append(section.name()).append(": ").append(Long.toString(section.size()))
                .append(" bytes, aligned ").append(Long.toString(section.alignment())).append(',');
        for (var flag : FLAGS) {
            if (section.has(flag.bit())) {
                out.append(' ').append(flag.name());
            }
        }
        out.append('\n');
        for (var symbol : object.symbols()) {
            if (symbol.section() == index && !symbol.name().isEmpty()) {
                line(symbol.value(), kind(symbol) + binding(symbol) + symbol.name() + ", " + symbol.size() + " bytes");
            }
        }
        for (var relocation : section.relocations()) {
            line(relocation.offset(), "type " + relocation.type() + " -> " + target(relocation));
        }
        bytes(section.contents().toArray());
    }

    private void line(long at, String text) throws IOException {
        var place = Long.toHexString(at);
        out.append(" ".repeat(Math.max(1, 8 - place.length()))).append(place).append(' ').append(text).append('\n');
    }

    private void bytes(byte[] contents) throws IOException {
        var hex = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < contents.length; at += ROW) {
            line(at, hex.formatHex(contents, at, Math.min(contents.length, at + ROW)));
        }
    }

    private static String kind(Symbol symbol) {
        return switch (symbol.type()) {
            case Symbol.FUNCTION -> "function ";
            case Symbol.OBJECT -> "object ";
            default -> "";
        };
    }

    private static String binding(Symbol symbol) {
        return switch (symbol.binding()) {
            case Symbol.LOCAL -> "local ";
            case Symbol.WEAK -> "weak ";
            default -> "global ";
        };
    }

    private String target(Relocation relocation) {
        long addend = relocation.addend();
        var plus = addend == 0 ? "" : (addend > 0 ? " + " : " - ") + Math.abs(addend);
        if (relocation.symbol() == Relocation.NO_SYMBOL) {
            return "nothing" + plus;
        }
        var symbol = object.symbols().get(relocation.symbol());
        boolean ofSection = symbol.type() == Symbol.SECTION && symbol.isInSection();
        return (ofSection ? object.sections().get(symbol.section()).name() : symbol.name()) + plus;
    }
}
