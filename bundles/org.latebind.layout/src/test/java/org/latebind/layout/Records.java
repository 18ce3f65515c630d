package org.latebind.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.typed.api.EnumDefinition;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/** Reads structs and unions of as much C as layout has a use for: the real front end needs layout to be tested first. */
final class Records implements TypeTable {
    private static final Pattern TOKEN = Pattern.compile("\\w+|#pragma pack\\(\\d*\\)|[^\\s\\w]");
    private static final Map<String, Type.IntegerKind> WORDS = Map.of(
            "char", Type.IntegerKind.CHAR, "short", Type.IntegerKind.SHORT, "int", Type.IntegerKind.INT,
            "long", Type.IntegerKind.LONG);

    private final Map<RecordId, RecordDefinition> records = new LinkedHashMap<>();
    private final List<RecordId> declared = new ArrayList<>();
    private final List<String> tokens;
    private int next;
    private int pack;

    /** Attributes that layout knows. */
    private record Attributes(boolean packed, int alignment) {}

    Records(String text) {
        var plain = text.replaceAll("(?s)/\\*.*?\\*/", "");
        this.tokens = TOKEN.matcher(plain).results().map(match -> match.group()).toList();
        while (next < tokens.size()) {
            if (tokens.get(next).startsWith("#")) {
                pack = Integer.parseInt("0" + tokens.get(next++).replaceAll("\\D", ""));
            } else {
                boolean union = isUnion();
                declared.add(record(union, Optional.of(take())).id());
                expect(";");
            }
        }
    }

    /** Those of file scope. */
    List<RecordId> declared() {
        return declared;
    }

    @Override
    public RecordDefinition record(RecordId id) {
        return records.get(id);
    }

    @Override
    public EnumDefinition enumeration(EnumId id) {
        throw new IllegalArgumentException();
    }

    static Position at(int line) {
        return new Position(new SourceFile("records.c", Origin.MODULE), line, 1);
    }

    private boolean isUnion() {
        var word = take();
        if (!word.equals("union") && !word.equals("struct")) {
            throw new IllegalArgumentException(word);
        }
        return word.equals("union");
    }

    private static RecordId id(boolean union, String tag) {
        return new RecordId((union ? "union " : "struct ") + tag);
    }

    private RecordDefinition record(boolean union, Optional<String> tag) {
        var at = at(next);
        var id = id(union, tag.orElse("(unnamed) " + next));
        expect("{");
        var members = new ArrayList<RecordDefinition.Member>();
        while (!accept("}")) {
            members.add(member());
        }
        var attributes = attributes();
        var definition = new RecordDefinition(
                id, union, tag, true, members, attributes.packed(), attributes.alignment(), pack, false, at);
        records.put(id, definition);
        return definition;
    }

    private RecordDefinition.Member member() {
        var type = type();
        while (accept("*")) {
            type = new Type.Pointer(QualifiedType.of(type));
        }
        Optional<String> name = Character.isLetter(tokens.get(next).charAt(0)) ? Optional.of(take()) : Optional.empty();
        if (accept("[")) {
            type = array(type);
        }
        int width = accept(":") ? Integer.parseInt(take()) : -1;
        var attributes = attributes();
        expect(";");
        return new RecordDefinition.Member(
                name, QualifiedType.of(type), width, attributes.packed(), attributes.alignment(), at(next));
    }

    private Type array(Type element) {
        if (accept("]")) {
            return new Type.Array(QualifiedType.of(element), new Type.ArrayLength.Incomplete());
        }
        long length = Long.parseLong(take());
        expect("]");
        return new Type.Array(QualifiedType.of(element), new Type.ArrayLength.Known(length));
    }

    private Type type() {
        var word = tokens.get(next);
        if (WORDS.containsKey(word)) {
            next++;
            return new Type.Integer(WORDS.get(word));
        }
        boolean union = isUnion();
        return new Type.Record(tokens.get(next).equals("{")
                ? record(union, Optional.empty()).id()
                : id(union, take()));
    }

    /** {@code __attribute__((packed, aligned(4)))} or nothing. */
    private Attributes attributes() {
        boolean packed = false;
        int alignment = 0;
        if (accept("__attribute__")) {
            while (!tokens.get(next).equals(";")) {
                var word = take();
                packed |= word.equals("packed");
                alignment = word.matches("\\d+") ? Integer.parseInt(word) : alignment;
            }
        }
        return new Attributes(packed, alignment);
    }

    private String take() {
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        boolean here = tokens.get(next).equals(token);
        next += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("'" + token + "' expected at " + tokens.subList(next, tokens.size()));
        }
    }
}
