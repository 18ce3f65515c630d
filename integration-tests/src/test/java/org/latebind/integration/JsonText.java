package org.latebind.integration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of JSON (RFC 8259): exactly one value, no key twice. */
final class JsonText {
    private final String text;
    private int place;

    private JsonText(String text) {
        this.text = text;
    }

    /** The only value of a text: maps, lists, strings, numbers, booleans. */
    static Object read(String text) {
        var json = new JsonText(text);
        var value = json.value();
        json.space();
        if (json.place != text.length()) {
            throw json.wrong("more than one value");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // keys are strings
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) read(text);
    }

    private Object value() {
        space();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> members() {
        var map = new LinkedHashMap<String, Object>();
        expect('{');
        space();
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
                space();
            }
            var key = string();
            space();
            expect(':');
            if (map.put(key, value()) != null) {
                throw wrong("key '" + key + "' twice");
            }
            space();
        }
        expect('}');
        return map;
    }

    private List<Object> elements() {
        var list = new ArrayList<Object>();
        expect('[');
        space();
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
            space();
        }
        expect(']');
        return list;
    }

    private String string() {
        var out = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = text.charAt(place++);
            if (c < 0x20) {
                throw wrong("a control character in a string");
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(place++);
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case '"', '\\' -> out.append(escaped);
                case 'u' -> {
                    out.append((char) Integer.parseInt(text.substring(place, place + 4), 16));
                    place += 4;
                }
                default -> throw wrong("escape '" + escaped + "'");
            }
        }
        expect('"');
        return out.toString();
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, place)) {
            throw wrong("not a value");
        }
        place += word.length();
        return value;
    }

    private BigDecimal number() {
        int start = place;
        while (place < text.length() && "+-.eE0123456789".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
        return new BigDecimal(text.substring(start, place));
    }

    private char peek() {
        if (place == text.length()) {
            throw wrong("the text ends");
        }
        return text.charAt(place);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "' is missing");
        }
        place++;
    }

    private void space() {
        while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
    }

    private AssertionError wrong(String what) {
        return new AssertionError(what + " at " + place + " of:\n" + text);
    }
}
