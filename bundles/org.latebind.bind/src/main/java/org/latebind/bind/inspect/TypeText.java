package org.latebind.bind.inspect;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.RecordLayout.MemberLayout;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/**
 * A type with its layout, as pahole prints it.
 *
 * <pre>
 * struct task {
 * 	int pid;                                         /&#42;     0     4 &#42;/
 * 	unsigned int flag:3;                             /&#42;     4: 0  4 &#42;/
 *
 * 	/&#42; XXX 29 bits hole &#42;/
 *
 * 	struct task *parent;                             /&#42;     8     8 &#42;/
 *
 * 	/&#42; size: 16, members: 3 &#42;/
 * 	/&#42; bit holes: 1, sum bit holes: 29 bits &#42;/
 * };
 * </pre>
 */
final class TypeText {
    private static final int COLUMN = 57;
    private static final int TAB = 8;

    private final TypeTable types;
    private final Layouts layouts;
    private final StringBuilder out = new StringBuilder();

    TypeText(TypeTable types, Layouts layouts) {
        this.types = types;
        this.layouts = layouts;
    }

    /** A struct or union in full. */
    String record(TypeSpecifier.Record syntax, RecordId id) {
        out.append(DeclarationText.keyword(syntax)).append(syntax.tag().map(tag -> " " + tag).orElse("")).append(" {\n");
        body(syntax, id, 0, 1);
        return out.append("}").toString();
    }

    String enumeration(Type.Enum type) {
        var definition = types.enumeration(type.id());
        out.append("enum").append(definition.tag().map(tag -> " " + tag).orElse("")).append(" {\n");
        definition.constants().forEach(c -> out.append('\t').append(c.name()).append(" = ").append(c.value()).append(",\n"));
        return out.append("\n\t/* size: ").append(layouts.sizeOf(QualifiedType.of(type))).append(" */\n}").toString();
    }

    private void body(TypeSpecifier.Record syntax, RecordId id, long base, int depth) {
        var definition = types.record(id);
        var layout = layouts.layout(id);
        var gaps = new Gaps(definition.union());
        var printer = new Members(definition, layout.members(), base, depth, gaps);
        syntax.members().orElse(List.of()).forEach(printer::accept);
        gaps.finish(8 * layout.size());
        if (depth == 1) {
            summary(layout.size(), printer.count, gaps);
        }
    }

    private void summary(long size, int members, Gaps gaps) {
        out.append("\n\t/* size: ").append(size).append(", members: ").append(members).append(" */\n");
        if (gaps.holes > 0) {
            out.append("\t/* holes: ").append(gaps.holes).append(", sum holes: ").append(gaps.sum).append(" */\n");
        }
        if (gaps.bitHoles > 0) {
            out.append("\t/* bit holes: ").append(gaps.bitHoles).append(", sum bit holes: ").append(gaps.bits).append(" bits */\n");
        }
        if (gaps.padding > 0) {
            out.append("\t/* padding: ").append(gaps.padding).append(" */\n");
        }
    }

    /** Goes through a record's syntax and definition side by side. */
    private final class Members {
        private final RecordDefinition definition;
        private final List<MemberLayout> places;
        private final long base;
        private final int depth;
        private final Gaps gaps;
        private int next;
        private int count;

        Members(RecordDefinition definition, List<MemberLayout> places, long base, int depth, Gaps gaps) {
            this.definition = definition;
            this.places = places;
            this.base = base;
            this.depth = depth;
            this.gaps = gaps;
        }

        void accept(Specifiers.Member member) {
            if (!(member instanceof Specifiers.Member.Fields fields) || next >= places.size()) {
                return;
            }
            if (fields.fields().isEmpty()) {
                if (fields.specifiers().type() instanceof TypeSpecifier.Record) {
                    field(fields.specifiers(), Optional.empty());
                }
                return;
            }
            fields.fields().forEach(field -> field(fields.specifiers(), Optional.of(field.declarator())));
        }

        private void field(Specifiers specifiers, Optional<Declarator> declarator) {
            var member = definition.members().get(next);
            var place = places.get(next++);
            long bytes = bytes(member.type());
            if (member.isBitField() && member.name().isEmpty()) {
                return;
            }
            count++;
            gaps.before(place.bitOffset(), TypeText.this::hole, depth);
            gaps.after(place.bitOffset() + (member.isBitField() ? member.width() : 8 * bytes),
                    member.isBitField() ? 8 * bytes : 8);
            var comment = member.isBitField() ? bitPlace(base + place.bitOffset(), bytes)
                    : String.format("/* %5d %5d */", (base + place.bitOffset()) / 8, bytes);
            if (specifiers.type() instanceof TypeSpecifier.Record record && record.members().isPresent()
                    && record.tag().isEmpty() && element(member.type()) instanceof Type.Record inner) {
                indent(depth).append(DeclarationText.keyword(record)).append(" {\n");
                body(record, inner.id(), base + place.bitOffset(), depth + 1);
                var end = "}" + declarator.map(d -> DeclarationText.declared("", d, member.type())).orElse("") + ";";
                line(depth, end, comment);
            } else {
                var text = declarator.map(d -> DeclarationText.declared(DeclarationText.specifiers(specifiers), d, member.type()))
                        .orElseGet(() -> DeclarationText.specifiers(specifiers));
                line(depth, text + (member.isBitField() ? ":" + member.width() : "") + ";", comment);
            }
        }
    }

    private void hole(String text, int depth) {
        if (out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
        indent(depth).append("/* XXX ").append(text).append(" hole */\n\n");
    }

    private static String bitPlace(long bit, long bytes) {
        long unit = 8 * Math.max(1, bytes);
        return String.format("/* %5d:%2d %2d */", bit / unit * bytes, bit % unit, bytes);
    }

    private static Type element(QualifiedType type) {
        return type.type() instanceof Type.Array array ? element(array.element()) : type.type();
    }

    /** 0 for a flexible array. */
    private long bytes(QualifiedType type) {
        return type.type() instanceof Type.Array array && array.length() instanceof Type.ArrayLength.Incomplete
                ? 0 : layouts.sizeOf(type);
    }

    private void line(int depth, String text, String comment) {
        indent(depth).append(text);
        int width = TAB * depth + text.length();
        out.append(" ".repeat(Math.max(1, COLUMN - width))).append(comment).append('\n');
    }

    private StringBuilder indent(int depth) {
        return out.append("\t".repeat(depth));
    }

    /** What lies between members. */
    private static final class Gaps {
        private final boolean union;
        private long end;
        /** Bits of the storage unit that the last member is in. */
        private long unit = 8;
        private int holes;
        private long sum;
        private int bitHoles;
        private long bits;
        private long padding;

        Gaps(boolean union) {
            this.union = union;
        }

        void before(long bit, BiConsumer<String, Integer> hole, int depth) {
            if (union || bit <= end) {
                return;
            }
            long whole = Math.min(bit, (end + unit - 1) / unit * unit);
            if (whole > end) {
                bitHoles++;
                bits += whole - end;
                hole.accept(counted(whole - end, "bit"), depth);
            }
            if (bit - whole >= 8) {
                holes++;
                sum += (bit - whole) / 8;
                hole.accept(counted((bit - whole) / 8, "byte"), depth);
            }
        }

        private static String counted(long number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }

        void after(long bit, long bitsOfUnit) {
            end = union ? Math.max(end, bit) : bit;
            unit = bitsOfUnit;
        }

        void finish(long size) {
            padding = (size - (end + 7) / 8 * 8) / 8;
        }
    }
}
