package org.latebind.headers.btf;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.btf.Btf;
import org.latebind.btf.BtfType;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * BTF as a C header that gives each type the layout that BTF says.
 *
 * <pre>
 * struct task {
 * 	int pid;
 * 	char __gap0[4];
 * 	struct task *parent;
 * } __attribute__((packed));
 * </pre>
 *
 * <p>BTF has offsets and no alignments: so records are packed, and gaps members. Functions and what points to
 * them lose their parameters. Of several types of one name the first has it; the others are spelled out where they
 * are members.
 */
final class BtfText {
    private static final int DEEPEST = 200;
    /** Characters; a kernel's types are some 3 million. Records without a tag are spelled out wherever they are a member. */
    private static final long LONGEST = 1 << 25;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Set<String> BASIC =
            Set.of("char", "short", "int", "long", "signed", "unsigned", "_Bool", "__int128", "float", "double");

    private final Btf btf;
    private final int pointerBytes;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> tags = new HashMap<>();
    private final Map<String, Integer> typedefs = new HashMap<>();
    private final Set<String> constants = new HashSet<>();
    private final BitSet done = new BitSet();
    /** The enumerations with a tag of which not all constants were another one's before. */
    private final BitSet defined = new BitSet();
    private final BitSet open = new BitSet();
    private int depth;
    private long spelled;

    BtfText(Btf btf, int pointerBytes) {
        this.btf = btf;
        this.pointerBytes = pointerBytes;
    }

    String text() {
        out.append("#ifndef __LATEBIND_BTF__\n#define __LATEBIND_BTF__\n");
        for (int i = 1; i < btf.types().size(); i++) {
            choose(i);
        }
        for (int i = 1; i < btf.types().size(); i++) {
            print(i);
            limit(out.length());
        }
        return out.append("#endif\n").toString();
    }

    private static void limit(long characters) {
        if (characters > LONGEST) {
            throw unusable("it would have more than " + LONGEST + " characters");
        }
    }

    private void print(int number) {
        switch (btf.type(number)) {
            case BtfType.Record record when hasTag(number, record.name()) -> define(number);
            case BtfType.Enumeration enumeration -> enumeration(number, enumeration);
            case BtfType.Typedef typedef when hasTypedefName(number, typedef.name()) -> typedef(number);
            default -> { }
        }
    }

    /** Who has a name, and what is declared before anything can point to it. */
    private void choose(int number) {
        switch (btf.type(number)) {
            case BtfType.Record record when isName(record.name()) && tags.putIfAbsent(record.name(), number) == null ->
                out.append(keyword(record)).append(' ').append(record.name()).append(";\n");
            case BtfType.Enumeration enumeration when isName(enumeration.name()) ->
                tags.putIfAbsent(enumeration.name(), number);
            case BtfType.Typedef typedef when isName(typedef.name()) && !typedef.name().startsWith("__builtin_") ->
                typedefs.putIfAbsent(typedef.name(), number);
            default -> { }
        }
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !BASIC.contains(name);
    }

    private boolean hasTag(int number, String name) {
        return tags.getOrDefault(name, -1) == number;
    }

    private boolean hasTypedefName(int number, String name) {
        return typedefs.getOrDefault(name, -1) == number;
    }

    private static String keyword(BtfType.Record record) {
        return record.union() ? "union" : "struct";
    }

    /** Makes room for one definition, after those that it needs; each once. */
    private void once(int number, Runnable definition) {
        if (done.get(number)) {
            return;
        }
        if (open.get(number)) {
            throw unusable("type " + number + " is spelled by way of itself");
        }
        open.set(number);
        definition.run();
        open.clear(number);
        done.set(number);
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw unusable("types are nested deeper than " + DEEPEST);
        }
    }

    private void define(int number) {
        once(number, () -> {
            var record = (BtfType.Record) btf.type(number);
            record.members().forEach(member -> need(member.type()));
            out.append(body(record, record.name())).append(";\n");
        });
    }

    private void typedef(int number) {
        once(number, () -> {
            var typedef = (BtfType.Typedef) btf.type(number);
            needName(typedef.target());
            out.append("typedef ").append(declare(typedef.target(), typedef.name())).append(";\n");
        });
    }

    /** Defines all of which an object of the type is made. */
    private void need(int number) {
        deeper();
        switch (btf.type(number)) {
            case BtfType.Array array -> need(array.element());
            case BtfType.Qualified qualified -> need(qualified.target());
            case BtfType.Typedef typedef -> {
                need(typedef.target());
                needName(number);
            }
            case BtfType.Record record when hasTag(number, record.name()) -> define(number);
            case BtfType.Record record -> once(number, () -> record.members().forEach(member -> need(member.type())));
            case BtfType.Enumeration enumeration -> enumeration(number, enumeration);
            case BtfType.Pointer pointer -> needName(pointer.target());
            default -> { }
        }
        depth--;
    }

    /** Defines what the name of a type needs that is pointed to. */
    private void needName(int number) {
        deeper();
        switch (btf.type(number)) {
            case BtfType.Typedef typedef when hasTypedefName(number, typedef.name()) -> typedef(number);
            case BtfType.Typedef typedef -> needName(typedef.target());
            case BtfType.Pointer pointer -> needName(pointer.target());
            case BtfType.Qualified qualified -> needName(qualified.target());
            case BtfType.Array array -> need(array.element());
            case BtfType.Enumeration enumeration -> enumeration(number, enumeration);
            case BtfType.Record record when !isName(record.name()) -> need(number);
            default -> { }
        }
        depth--;
    }

    private void enumeration(int number, BtfType.Enumeration enumeration) {
        once(number, () -> {
            var fresh = enumeration.constants().stream().filter(c -> isName(c.name()) && constants.add(c.name())).toList();
            boolean named = hasTag(number, enumeration.name());
            if (fresh.isEmpty()) {
                return;
            }
            defined.set(number, named);
            out.append("enum ").append(named ? enumeration.name() + " " : "").append("{\n");
            fresh.forEach(c -> out.append('\t').append(c.name()).append(" = ").append(value(c.value())).append(",\n"));
            out.append(enumeration.bytes() < 4 ? "} __attribute__((packed));\n" : "};\n");
        });
    }

    private static String value(long value) {
        return value < Integer.MIN_VALUE ? "0x" + Long.toHexString(value) + "ULL" : Long.toString(value);
    }

    // ---- declarations

    private String declare(int number, String declarator) {
        deeper();
        var text = switch (btf.type(number)) {
            case BtfType.Void v -> "void " + declarator;
            case BtfType.Integer integer -> integer(integer) + " " + declarator;
            case BtfType.Floating floating -> floating(floating) + " " + declarator;
            case BtfType.Pointer pointer -> pointer(pointer, declarator);
            case BtfType.Array array -> declare(array.element(), declarator + "[" + array.count() + "]");
            case BtfType.Qualified qualified -> declare(qualified.target(), declarator);
            case BtfType.Typedef typedef -> hasTypedefName(number, typedef.name())
                    ? typedef.name() + " " + declarator : declare(typedef.target(), declarator);
            case BtfType.Record record -> (hasTag(number, record.name())
                    ? keyword(record) + " " + record.name() : body(record, "")) + " " + declarator;
            case BtfType.Enumeration enumeration -> enumerated(number, enumeration) + " " + declarator;
            case BtfType.Forward forward -> forward(forward) + " " + declarator;
            case BtfType.Other other -> "void " + declarator;
        };
        depth--;
        return text;
    }

    private String pointer(BtfType.Pointer pointer, String declarator) {
        var target = btf.type(pointer.target());
        return switch (target) {
            case BtfType.Array array -> declare(pointer.target(), "(*" + declarator + ")");
            // What somebody else's name hides is only pointed to.
            case BtfType.Record record when isName(record.name()) && !hasTag(pointer.target(), record.name()) ->
                "void *" + declarator;
            default -> declare(pointer.target(), "*" + declarator);
        };
    }

    private String forward(BtfType.Forward forward) {
        int definition = tags.getOrDefault(forward.name(), -1);
        boolean same = definition < 0 || btf.type(definition) instanceof BtfType.Record record && record.union() == forward.union();
        return isName(forward.name()) && same ? (forward.union() ? "union " : "struct ") + forward.name() : "void";
    }

    /** The enumeration where its tag is the C type of its size, else an integer of that size. */
    private String enumerated(int number, BtfType.Enumeration enumeration) {
        boolean own = hasTag(number, enumeration.name()) && enumeration.bytes() == 4 && !enumeration.constants().isEmpty()
                && enumeration.constants().stream().allMatch(c -> isName(c.name()) && c.value() >= Integer.MIN_VALUE && c.value() <= 0xFFFFFFFFL)
                && defined.get(number);
        return own ? "enum " + enumeration.name() : integer(enumeration.bytes(), false);
    }

    private static String integer(BtfType.Integer integer) {
        return Stream.of(integer.name().split(" ")).allMatch(BASIC::contains)
                ? integer.name() : integer(integer.bytes(), integer.signed());
    }

    private static String integer(long bytes, boolean signed) {
        return (signed ? "signed " : "unsigned ") + switch ((int) bytes) {
            case 1 -> "char";
            case 2 -> "short";
            case 4 -> "int";
            case 8 -> "long long";
            case 16 -> "__int128";
            default -> throw unusable("an integer has " + bytes + " bytes");
        };
    }

    private static String floating(BtfType.Floating floating) {
        return floating.bytes() == 4 ? "float" : floating.bytes() == 8 ? "double" : "long double";
    }

    // ---- records

    private String body(BtfType.Record record, String tag) {
        deeper();
        var text = new StringBuilder(keyword(record)).append(tag.isEmpty() ? "" : " " + tag).append(" {\n");
        long end = 0;
        int gaps = 0;
        for (var member : record.members()) {
            if (!record.union()) {
                gaps = gap(text, end, member.bitOffset(), gaps);
            }
            long bits = member.bits() > 0 ? member.bits() : 8 * bytes(member.type());
            end = Math.max(end, member.bitOffset() + bits);
            text.append('\t').append(member(member)).append(";\n");
        }
        if (end > 8 * record.bytes()) {
            throw unusable("a member of '" + record.name() + "' lies outside of it");
        }
        if (!record.union()) {
            gap(text, end, 8 * record.bytes(), gaps);
        } else if (record.bytes() > 0) {
            text.append("\tchar __gap0[").append(record.bytes()).append("];\n");
        }
        depth--;
        spelled += text.length();
        limit(spelled);
        return text.append("} __attribute__((packed))").toString();
    }

    private static int gap(StringBuilder text, long from, long to, int number) {
        if (to < from) {
            throw unusable("members overlap");
        }
        long at = from;
        long toByte = Math.min(to, (at + 7) / 8 * 8) - at;
        if (toByte > 0) {
            text.append("\tunsigned char :").append(toByte).append(";\n");
            at += toByte;
        }
        boolean whole = to - at >= 8;
        if (whole) {
            text.append("\tchar __gap").append(number).append('[').append((to - at) / 8).append("];\n");
            at += (to - at) / 8 * 8;
        }
        if (to > at) {
            text.append("\tunsigned char :").append(to - at).append(";\n");
        }
        return whole ? number + 1 : number;
    }

    private String member(BtfType.Member member) {
        if (member.bits() > 0) {
            // An enumeration's or integer's bit-field; of no name it is a gap.
            var declarator = isName(member.name()) ? member.name() : "";
            return declare(member.type(), declarator) + ":" + member.bits();
        }
        if (member.name().isEmpty() && btf.resolved(member.type()) instanceof BtfType.Record record) {
            return body(record, "");
        }
        if (!isName(member.name())) {
            throw unusable("a member has no name that C could have: '" + member.name() + "'");
        }
        return declare(member.type(), member.name());
    }

    private long bytes(int number) {
        return btf.bytes(number, pointerBytes).orElseThrow(() -> unusable("a member has no size"));
    }

    private static DiagnosticException unusable(String why) {
        return DiagnosticException.badInput(Diagnostic.error("LB5043", "this BTF cannot be written as C: " + why));
    }
}
