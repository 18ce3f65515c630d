package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.shell.Node.Part;
import org.latebind.shell.Node.Word;

/** Reads words: POSIX XCU 2.2 Quoting, 2.6 Word Expansions. */
final class WordReader {
    private static final String METACHARACTERS = "|&;<>() \t\n";

    private final Parser parser;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean textQuoted;

    WordReader(Parser parser) {
        this.parser = parser;
    }

    /** The word that starts at the parser's place; it must not be empty. */
    static Word word(Parser parser) {
        return new WordReader(parser).read(METACHARACTERS);
    }

    /** A word that ends at one of {@code ends} outside of quotes. */
    Word read(String ends) {
        while (!parser.atEnd() && ends.indexOf(parser.peek()) < 0) {
            part(false);
        }
        flush();
        return new Word(List.copyOf(parts));
    }

    /** A word in {@code [[ ]]}, where {@code @(a|b)} and its like are patterns. */
    static Word conditional(Parser parser) {
        var reader = new WordReader(parser);
        char last = 0;
        while (!parser.atEnd()) {
            char c = parser.peek();
            if (c == '(' && "@?*+".indexOf(last) >= 0) {
                reader.alternatives();
            } else if (METACHARACTERS.indexOf(c) >= 0) {
                break;
            } else {
                reader.part(false);
            }
            last = c;
        }
        reader.flush();
        return new Word(List.copyOf(reader.parts));
    }

    private void alternatives() {
        add(String.valueOf(parser.next()), false);
        while (parser.peekOrFail("')'") != ')') {
            if (parser.peek() == '(') {
                throw parser.notCovered("a pattern in a pattern");
            }
            part(false);
        }
        add(String.valueOf(parser.next()), false);
    }

    /** The text of a here document, which is expanded as in double quotes but for the quotes. */
    static Word document(Parser parser) {
        var reader = new WordReader(parser);
        while (!parser.atEnd()) {
            reader.inQuotes(false);
        }
        reader.flush();
        return new Word(List.copyOf(reader.parts));
    }

    /** The argument of {@code ${x:-argument}}, up to its brace. */
    private Word argument(String ends, boolean quoted) {
        while (ends.indexOf(parser.peekOrFail("'}'")) < 0) {
            part(quoted);
        }
        flush();
        return new Word(List.copyOf(parts));
    }

    private void add(String more, boolean quoted) {
        if (text.length() > 0 && textQuoted != quoted) {
            flush();
        }
        textQuoted = quoted;
        text.append(more);
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(new Part.Text(text.toString(), textQuoted));
            text.setLength(0);
        }
    }

    private void add(Part part) {
        flush();
        parts.add(part);
    }

    private void part(boolean quoted) {
        char c = parser.peek();
        switch (c) {
            case '\'' -> {
                if (quoted) {
                    add("'", true);
                    parser.next();
                } else {
                    singleQuoted();
                }
            }
            case '"' -> doubleQuoted();
            case '\\', '$', '`' -> {
                if (quoted) {
                    inQuotes(true);
                } else {
                    unquoted(c);
                }
            }
            default -> add(String.valueOf(parser.next()), quoted);
        }
    }

    private void unquoted(char c) {
        switch (c) {
            case '\\' -> {
                parser.next();
                if (parser.atEnd()) {
                    add("\\", true);
                } else if (parser.peek() == '\n') {
                    parser.next();
                } else {
                    add(String.valueOf(parser.next()), true);
                }
            }
            case '$' -> dollar(false);
            default -> backquoted(false);
        }
    }

    private void singleQuoted() {
        parser.next();
        flush();
        var quoted = new StringBuilder();
        while (parser.peekOrFail("a single quote") != '\'') {
            quoted.append(parser.next());
        }
        parser.next();
        parts.add(new Part.Text(quoted.toString(), true));
    }

    private void doubleQuoted() {
        parser.next();
        flush();
        int before = parts.size();
        while (parser.peekOrFail("a double quote") != '"') {
            inQuotes(true);
        }
        parser.next();
        flush();
        if (parts.size() == before) {
            parts.add(new Part.Text("", true));
        }
    }

    /** One character or expansion in double quotes or, where quotes mean nothing, in a here document. */
    private void inQuotes(boolean quotes) {
        char c = parser.peek();
        switch (c) {
            case '\\' -> {
                parser.next();
                if (parser.atEnd()) {
                    add("\\", true);
                } else if (parser.peek() == '\n') {
                    parser.next();
                } else if ("$`\\".indexOf(parser.peek()) >= 0 || quotes && parser.peek() == '"') {
                    add(String.valueOf(parser.next()), true);
                } else {
                    add("\\", true);
                }
            }
            case '$' -> dollar(true);
            case '`' -> backquoted(true);
            default -> add(String.valueOf(parser.next()), true);
        }
    }

    private void dollar(boolean quoted) {
        parser.next();
        char c = parser.atEnd() ? 0 : parser.peek();
        if (c == '{') {
            parser.next();
            add(braced(quoted));
        } else if (c == '(') {
            if (parser.lookingAt("((")) {
                arithmetic(quoted);
            } else {
                parser.next();
                add(new Part.Command(parser.commands(")"), quoted));
                parser.expect(')');
            }
        } else if (isNameStart(c)) {
            add(parameter(parser.name(), quoted));
        } else if (c != 0 && "0123456789@*#?$!-".indexOf(c) >= 0) {
            add(parameter(String.valueOf(parser.next()), quoted));
        } else if (c == '\'' && !quoted && parser.dialect() == Dialect.BASH) {
            throw parser.notCovered("$'...'");
        } else if (c == '"' && !quoted && parser.dialect() == Dialect.BASH) {
            throw parser.notCovered("$\"...\"");
        } else {
            add("$", true);
        }
    }

    private static Part.Parameter parameter(String name, boolean quoted) {
        return new Part.Parameter(name, Optional.empty(), "", Optional.empty(), quoted);
    }

    private void arithmetic(boolean quoted) {
        parser.next();
        parser.next();
        add(new Part.Arithmetic(parser.arithmetic(), quoted));
    }

    private void backquoted(boolean quoted) {
        parser.next();
        int line = parser.line();
        var script = new StringBuilder();
        while (parser.peekOrFail("a backquote") != '`') {
            char c = parser.next();
            if (c == '\\' && !parser.atEnd()
                    && ("$`\\".indexOf(parser.peek()) >= 0 || quoted && parser.peek() == '"')) {
                c = parser.next();
            }
            script.append(c);
        }
        parser.next();
        add(new Part.Command(parser.inner(script.toString(), line).script(), quoted));
    }

    private Part braced(boolean quoted) {
        if (parser.lookingAt("#}") || parser.lookingAt("#-") || parser.lookingAt("#:")) {
            parser.next();
            return operation("#", quoted);
        }
        if (parser.peekOrFail("'}'") == '#') {
            parser.next();
            var name = parameterName();
            var index = index();
            parser.expect('}');
            return new Part.Parameter(name, index, "length", Optional.empty(), quoted);
        }
        if (parser.peek() == '!') {
            parser.next();
            if (parser.dialect() != Dialect.BASH || parser.atEnd() || !isNameStart(parser.peek())) {
                throw parser.notCovered("${!...}");
            }
            var name = parser.name();
            var index = index();
            if (index.flatMap(Word::plain).filter(i -> i.equals("@") || i.equals("*")).isEmpty()) {
                throw parser.notCovered("${!...}");
            }
            parser.expect('}');
            return new Part.Parameter(name, index, "keys", Optional.empty(), quoted);
        }
        return operation(parameterName(), quoted);
    }

    private String parameterName() {
        char c = parser.peekOrFail("'}'");
        if (isNameStart(c)) {
            return parser.name();
        }
        if (Character.isDigit(c)) {
            var digits = new StringBuilder();
            while (!parser.atEnd() && Character.isDigit(parser.peek())) {
                digits.append(parser.next());
            }
            return digits.toString();
        }
        if ("@*#?$!-".indexOf(c) >= 0) {
            return String.valueOf(parser.next());
        }
        throw parser.wrong("bad substitution");
    }

    private Optional<Word> index() {
        if (parser.atEnd() || parser.peek() != '[') {
            return Optional.empty();
        }
        if (parser.dialect() != Dialect.BASH) {
            throw parser.wrong("bad substitution");
        }
        parser.next();
        var index = new WordReader(parser).read("]");
        parser.expect(']');
        return Optional.of(index);
    }

    private Part operation(String name, boolean quoted) {
        var index = index();
        var operator = operator();
        if (operator.isEmpty()) {
            parser.expect('}');
            return new Part.Parameter(name, index, "", Optional.empty(), quoted);
        }
        boolean pattern = "#%/^,".indexOf(operator.charAt(0)) >= 0;
        var argument = new WordReader(parser).argument("}", quoted && !pattern);
        parser.expect('}');
        return new Part.Parameter(name, index, operator, Optional.of(argument), quoted);
    }

    private String operator() {
        for (var operator : List.of(":-", ":=", ":?", ":+", "%%", "##", "//", "/#", "/%", "^^", ",,",
                "-", "=", "?", "+", "%", "#", "/", "^", ",", ":")) {
            if (parser.lookingAt(operator)) {
                if (parser.dialect() != Dialect.BASH && "/^,".indexOf(operator.charAt(0)) >= 0
                        || parser.dialect() != Dialect.BASH && operator.equals(":")) {
                    throw parser.wrong("bad substitution");
                }
                parser.skip(operator.length());
                return operator;
            }
        }
        return "";
    }

    static boolean isNameStart(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isName(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*");
    }
}
