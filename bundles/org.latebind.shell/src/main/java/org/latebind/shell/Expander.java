package org.latebind.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.latebind.shell.Node.Part;
import org.latebind.shell.Node.Word;

/** Expands words: POSIX XCU 2.6. */
final class Expander {
    /** A field with what in it is quoted. */
    static final class Field {
        final StringBuilder text = new StringBuilder();
        final BitSet quoted = new BitSet();

        void add(String more, boolean isQuoted) {
            if (isQuoted) {
                quoted.set(text.length(), text.length() + more.length());
            }
            text.append(more);
        }

        String regex(World world) {
            try {
                return Glob.toRegex(world.inspect(text.toString()), quoted::get);
            } catch (IllegalArgumentException e) {
                throw world.notCovered("the pattern '" + text + "' (" + e.getMessage() + ")");
            }
        }
    }

    private final class Fields {
        private final List<Field> done = new ArrayList<>();
        private Field current;

        void add(String text, boolean quoted) {
            if (current == null) {
                current = new Field();
            }
            current.add(text, quoted);
        }

        void end() {
            if (current != null) {
                done.add(current);
                current = null;
            }
        }

        void split(String text) {
            var separators = variable("IFS").orElse(" \t\n");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Unknowns.isUnknown(c) && !world.unknowns.isWord(c) && !world.takesSides()) {
                    world.inspect(text);
                }
                if (separators.indexOf(c) < 0) {
                    add(String.valueOf(c), false);
                } else if (" \t\n".indexOf(c) >= 0) {
                    end();
                } else {
                    throw world.notCovered("splitting at '" + c + "'");
                }
            }
        }
    }

    private final Interpreter interpreter;
    private final World world;

    Expander(Interpreter interpreter, World world) {
        this.interpreter = interpreter;
        this.world = world;
    }

    /** A command's words. */
    List<String> fields(List<Word> words) {
        var result = new ArrayList<String>();
        for (var word : words) {
            refuseBraces(word);
            refuseTilde(word);
            var fields = new Fields();
            for (var part : word.parts()) {
                add(part, fields);
            }
            fields.end();
            for (var field : fields.done) {
                if (interpreter.state().keepsPatterns) {
                    result.add(field.text.toString());
                    continue;
                }
                result.addAll(new PathPattern(world, interpreter.state().folder).expand(field));
            }
        }
        return result;
    }

    private void refuseBraces(Word word) {
        if (world.dialect == Dialect.BASH && word.parts().stream().anyMatch(part ->
                part instanceof Part.Text(var text, var quoted) && !quoted && text.indexOf('{') >= 0
                        && (text.indexOf(',') >= 0 || text.contains("..")))) {
            throw world.notCovered("a brace expansion");
        }
    }

    private void refuseTilde(Word word) {
        if (!word.parts().isEmpty() && word.parts().getFirst() instanceof Part.Text(var text, var quoted) && !quoted
                && text.startsWith("~")) {
            throw world.notCovered("'~'");
        }
    }

    private void add(Part part, Fields fields) {
        switch (part) {
            case Part.Text(var text, var quoted) -> fields.add(text, quoted);
            case Part.Parameter parameter when isList(parameter) -> {
                var values = list(parameter);
                boolean separate = parameter.quoted() && isAt(parameter);
                if (parameter.quoted() && !separate) {
                    fields.add(String.join(" ", values), true);
                    return;
                }
                for (int i = 0; i < values.size(); i++) {
                    if (i > 0) {
                        fields.end();
                    }
                    if (separate) {
                        fields.add(values.get(i), true);
                    } else {
                        fields.split(values.get(i));
                    }
                }
            }
            case Part.Parameter parameter -> {
                var inner = nested(parameter);
                if (inner.isPresent()) {
                    for (var piece : inner.get().parts()) {
                        // Quoted pieces of the word stay whole; others are split as an expansion's result is.
                        if (piece instanceof Part.Text(var text, var quoted) && !quoted) {
                            fields.split(text);
                        } else {
                            add(piece, fields);
                        }
                    }
                } else {
                    value(parameter(parameter), parameter.quoted(), fields);
                }
            }
            case Part.Command(var body, var quoted) -> value(substitute(body), quoted, fields);
            case Part.Arithmetic(var expression, var quoted) -> value(arithmetic(expression), quoted, fields);
        }
    }

    private static void value(String text, boolean quoted, Fields fields) {
        if (quoted) {
            fields.add(text, true);
        } else {
            fields.split(text);
        }
    }

    /** The word that an unquoted {@code ${x:-word}} or {@code ${x+word}} is expanded to. */
    private Optional<Word> nested(Part.Parameter parameter) {
        if (parameter.quoted() || !List.of("-", ":-", "+", ":+").contains(parameter.operator())) {
            return Optional.empty();
        }
        var value = lookup(parameter);
        if (world.takesSides() && !Unknowns.isKnown(value.orElse(""))) {
            return Optional.empty();
        }
        return switch (parameter.operator()) {
            case "-" -> value.isPresent() ? Optional.empty() : parameter.argument();
            case ":-" -> isSet(value) ? Optional.empty() : parameter.argument();
            case "+" -> value.isPresent() ? parameter.argument() : Optional.empty();
            case ":+" -> isSet(value) ? parameter.argument() : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean isSet(Optional<String> value) {
        return value.filter(text -> !isEmpty(text)).isPresent();
    }

    /** Whether a text is empty, which an unknown one may be. */
    boolean isEmpty(String text) {
        if (!text.isEmpty() && text.chars().allMatch(
                c -> Unknowns.isUnknown((char) c) && !world.unknowns.isWord((char) c))) {
            world.inspect(text);
        }
        return text.isEmpty();
    }

    /** One text, not split: the right side of an assignment, a case's word, a redirection's target. */
    String text(Word word) {
        refuseTilde(word);
        return field(word).text.toString();
    }

    /** As {@link #text}, with what is quoted: a pattern. */
    Field field(Word word) {
        var field = new Field();
        for (var part : word.parts()) {
            switch (part) {
                case Part.Text(var text, var quoted) -> field.add(text, quoted);
                case Part.Parameter parameter when isList(parameter) ->
                    field.add(String.join(" ", list(parameter)), parameter.quoted());
                case Part.Parameter parameter -> field.add(parameter(parameter), parameter.quoted());
                case Part.Command(var body, var quoted) -> field.add(substitute(body), quoted);
                case Part.Arithmetic(var expression, var quoted) -> field.add(arithmetic(expression), quoted);
            }
        }
        world.length(field.text.length());
        return field;
    }

    private String substitute(Node body) {
        return body instanceof Node.Document(var text)
                ? text.isEmpty() ? "" : text(text.getFirst()) : interpreter.substitute(body);
    }

    private String arithmetic(Word expression) {
        var text = text(expression);
        try {
            return String.valueOf(new Arithmetic(text, interpreter, world).value());
        } catch (Stop.Undecided undecided) {
            if (!world.takesSides()) {
                throw undecided;
            }
            return world.unknown(undecided.reason, true);
        }
    }

    // Parameters

    private static boolean isAt(Part.Parameter parameter) {
        return parameter.index().flatMap(Word::plain).map("@"::equals).orElse(parameter.name().equals("@"));
    }

    private static boolean isList(Part.Parameter parameter) {
        return (parameter.name().equals("@") || parameter.name().equals("*") || parameter.index()
                .flatMap(Word::plain).filter(index -> index.equals("@") || index.equals("*")).isPresent())
                && !parameter.operator().equals("length");
    }

    private List<String> list(Part.Parameter parameter) {
        var values = parameter.index().isEmpty() ? interpreter.state().positional : elements(parameter);
        return switch (parameter.operator()) {
            case "", "keys" -> values;
            case "-", ":-" -> values.isEmpty() ? List.of(text(parameter.argument().orElseThrow())) : values;
            case "+", ":+" -> values.isEmpty() ? List.of() : List.of(text(parameter.argument().orElseThrow()));
            default -> throw world.notCovered("'" + parameter.operator() + "' of all elements");
        };
    }

    private List<String> elements(Part.Parameter parameter) {
        var elements = interpreter.variable(parameter.name()).map(ShellVariable::elements).orElse(new TreeMap<>());
        return parameter.operator().equals("keys") ? elements.keySet().stream().map(String::valueOf).toList()
                : List.copyOf(elements.values());
    }

    Optional<String> variable(String name) {
        return interpreter.variable(name).flatMap(variable -> Optional.ofNullable(variable.elements().get(0)));
    }

    private Optional<String> lookup(Part.Parameter parameter) {
        var state = interpreter.state();
        var name = parameter.name();
        if (parameter.index().isPresent()) {
            int index = (int) new Arithmetic(text(parameter.index().get()), interpreter, world).value();
            return interpreter.variable(name).flatMap(variable -> {
                int from = index < 0 && !variable.elements().isEmpty()
                        ? variable.elements().lastKey() + 1 + index : index;
                return Optional.ofNullable(variable.elements().get(from));
            });
        }
        if (Character.isDigit(name.charAt(0))) {
            int number = Integer.parseInt(name.substring(0, Math.min(name.length(), 8)));
            return number == 0 ? Optional.of(state.name)
                    : number <= state.positional.size() ? Optional.of(state.positional.get(number - 1))
                    : Optional.empty();
        }
        return switch (name) {
            case "#" -> Optional.of(String.valueOf(state.positional.size()));
            case "?" -> Optional.of(String.valueOf(state.status));
            case "$", "!", "-" -> throw world.notCovered("'$" + name + "'");
            case "@", "*" -> Optional.of(String.join(" ", state.positional));
            default -> variable(name);
        };
    }

    private String parameter(Part.Parameter parameter) {
        if (parameter.operator().equals("length")) {
            return String.valueOf(length(parameter));
        }
        var value = lookup(parameter);
        var argument = parameter.argument().orElse(Word.EMPTY);
        return switch (parameter.operator()) {
            case "" -> value.orElse("");
            case "-" -> value.orElseGet(() -> text(argument));
            case ":-" -> ifKnown("default", value.orElse(""), argument,
                    () -> isSet(value) ? value.get() : text(argument));
            case "+" -> value.isPresent() ? text(argument) : "";
            case ":+" -> ifKnown("alternative", value.orElse(""), argument,
                    () -> isSet(value) ? text(argument) : "");
            case "=" -> value.orElseGet(() -> assign(parameter, text(argument)));
            case ":=" -> isSet(value) ? value.get() : assign(parameter, text(argument));
            case "?", ":?" -> {
                if (parameter.operator().equals("?") ? value.isPresent() : isSet(value)) {
                    yield value.get();
                }
                throw new Stop.Exit(world.dialect == Dialect.BASH ? 127 : 2);
            }
            case "#", "##", "%", "%%" -> ifKnown(parameter.operator(), value.orElse(""), argument,
                    () -> strip(value.orElse(""), parameter.operator(), argument));
            case "/", "//", "/#", "/%" -> ifKnown(parameter.operator(), value.orElse(""), argument,
                    () -> replace(value.orElse(""), parameter.operator(), argument));
            case ":" -> ifKnown(":", value.orElse(""), argument, () -> substring(value.orElse(""), argument));
            case "^^" -> ifKnown("^^", value.orElse(""), argument,
                    () -> upper(world.inspect(value.orElse("")), argument));
            case ",," -> ifKnown(",,", value.orElse(""), argument,
                    () -> lower(world.inspect(value.orElse("")), argument));
            default -> throw world.notCovered("'${x" + parameter.operator() + "}'");
        };
    }

    /** An expansion's result; where it is undecided and sides are taken, a text that is the same for the same input. */
    private String ifKnown(String operator, String value, Word argument, Supplier<String> result) {
        try {
            return result.get();
        } catch (Stop.Undecided undecided) {
            if (!world.takesSides()) {
                throw undecided;
            }
            return world.unknown(undecided.reason, false, operator + "|" + value + "|" + text(argument));
        }
    }

    private String upper(String value, Word argument) {
        refuseArgument(argument);
        return value.chars().mapToObj(c -> String.valueOf((char) (c >= 'a' && c <= 'z' ? c - 32 : c)))
                .collect(Collectors.joining());
    }

    private String lower(String value, Word argument) {
        refuseArgument(argument);
        return value.chars().mapToObj(c -> String.valueOf((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)))
                .collect(Collectors.joining());
    }

    private void refuseArgument(Word argument) {
        if (!argument.parts().isEmpty()) {
            throw world.notCovered("a pattern there");
        }
    }

    private int length(Part.Parameter parameter) {
        var index = parameter.index().flatMap(Word::plain).orElse("");
        if (index.equals("@") || index.equals("*")) {
            return interpreter.variable(parameter.name()).map(variable -> variable.elements().size()).orElse(0);
        }
        if (parameter.name().equals("@") || parameter.name().equals("*")) {
            return interpreter.state().positional.size();
        }
        return world.inspect(lookup(parameter).orElse("")).length();
    }

    private String assign(Part.Parameter parameter, String text) {
        if (parameter.index().isPresent() || !WordReader.isName(parameter.name())) {
            throw world.notCovered("an assignment to '" + parameter.name() + "' in an expansion");
        }
        interpreter.assign(parameter.name(), text);
        return text;
    }

    private String strip(String value, String operator, Word argument) {
        var pattern = field(argument);
        if (pattern.text.isEmpty()) {
            return value;
        }
        var regex = pattern.regex(world);
        boolean front = operator.startsWith("#");
        boolean longest = operator.length() == 2;
        int size = world.inspect(value).length();
        var matcher = new Bounded(regex, world);
        for (int i = 0; i <= size; i++) {
            int length = longest ? size - i : i;
            var piece = front ? value.substring(0, length) : value.substring(size - length);
            if (matcher.matches(piece)) {
                return front ? value.substring(length) : value.substring(0, size - length);
            }
        }
        return value;
    }

    private String replace(String value, String operator, Word argument) {
        var whole = field(argument);
        int slash = slash(whole);
        var pattern = new Field();
        for (int i = 0; i < (slash < 0 ? whole.text.length() : slash); i++) {
            pattern.add(whole.text.substring(i, i + 1), whole.quoted.get(i));
        }
        var by = slash < 0 ? "" : whole.text.substring(slash + 1);
        if (by.indexOf('&') >= 0) {
            // An unquoted one is what matched in bash 5.2, and is itself in older ones.
            throw world.notCovered("'&' in a replacement");
        }
        if (pattern.text.isEmpty()) {
            return value;
        }
        world.inspect(value);
        var matcher = new Bounded(pattern.regex(world), world);
        var result = new StringBuilder();
        int at = 0;
        while (at <= value.length()) {
            int length = operator.equals("/#") && at > 0 ? -1 : longest(matcher, value, at, operator.equals("/%"));
            if (length <= 0) {
                if (at < value.length()) {
                    result.append(value.charAt(at));
                }
                at++;
                continue;
            }
            result.append(by);
            at += length;
            if (!operator.equals("//")) {
                return result.append(value.substring(at)).toString();
            }
        }
        return result.toString();
    }

    private static int slash(Field field) {
        for (int i = 0; i < field.text.length(); i++) {
            if (field.text.charAt(i) == '/' && !field.quoted.get(i)) {
                return i;
            }
        }
        return -1;
    }

    private static int longest(Bounded matcher, String value, int at, boolean toEnd) {
        for (int end = value.length(); end >= at; end--) {
            if (matcher.matches(value.substring(at, end))) {
                return end - at;
            }
            if (toEnd) {
                break;
            }
        }
        return -1;
    }

    private String substring(String value, Word argument) {
        var text = text(argument);
        int colon = text.indexOf(':');
        int size = world.inspect(value).length();
        long from = new Arithmetic(colon < 0 ? text : text.substring(0, colon), interpreter, world).value();
        if (from < 0) {
            from += size;
            if (from < 0) {
                return "";
            }
        }
        from = Math.min(from, size);
        long to = size;
        if (colon >= 0) {
            long length = new Arithmetic(text.substring(colon + 1), interpreter, world).value();
            to = length < 0 ? size + length : Math.min(size, from + length);
            if (to < from) {
                throw new Stop.Exit(1);
            }
        }
        return value.substring((int) from, (int) to);
    }
}
