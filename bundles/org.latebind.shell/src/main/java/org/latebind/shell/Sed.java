package org.latebind.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sed} of GNU, without what writes files. */
final class Sed {
    private static final Map<String, Character> LONG = Map.of("quiet", 'n', "silent", 'n', "expression", 'e',
            "regexp-extended", 'E');

    private sealed interface Address {
        record Line(int number) implements Address {}

        record Last() implements Address {}

        record Match(Optional<Regex.Compiled> regex) implements Address {}
    }

    /** @param jump where a block or a branch leads */
    private record Command(Optional<Address> first, Optional<Address> second, boolean negated, char name,
            String text, Optional<Substitution> substitution) {}

    /** @param regex empty for the last one that was used */
    private record Substitution(Optional<Regex.Compiled> regex, String replacement, boolean all, boolean print,
            int number) {}

    private final Call call;
    private final Options options;
    private final List<Command> commands = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<Integer, Integer> blockEnds = new HashMap<>();
    private final Map<Integer, Integer> openRanges = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private String script = "";
    private int at;

    private List<String> lines = List.of();
    private boolean endsWithNewline;
    private int line;
    private String pattern = "";
    private String hold = "";
    private Optional<Regex.Compiled> last = Optional.empty();

    Sed(Call call) {
        this.call = call;
        this.options = Options.read(call, "nErsuz", "ef", LONG);
    }

    int run() {
        for (char refused : "sfz".toCharArray()) {
            if (options.has(refused)) {
                throw call.notCovered("-" + refused);
            }
        }
        var files = new ArrayList<>(options.operands());
        var scripts = options.all('e');
        if (scripts.isEmpty()) {
            if (files.isEmpty()) {
                throw call.notCovered("without a script");
            }
            scripts = List.of(files.removeFirst());
        }
        script = call.world().inspect(String.join("\n", scripts));
        parse();
        var text = new StringBuilder();
        boolean failed = false;
        for (var input : call.inputs(files)) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && input.isPresent()) {
                text.append('\n');
            }
            input.ifPresent(text::append);
            failed |= input.isEmpty();
        }
        lines = Call.lines(call.world().inspect(text.toString()));
        endsWithNewline = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        execute();
        call.print(out.toString());
        return failed ? call.fail(2) : 0;
    }

    private Stop wrong() {
        return call.notCovered("'" + script + "'");
    }

    // Parsing

    private void blanks(String which) {
        while (at < script.length() && which.indexOf(script.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at == script.length()) {
            throw wrong();
        }
        return script.charAt(at++);
    }

    private void parse() {
        var blocks = new java.util.ArrayDeque<Integer>();
        for (blanks(" \t\n;"); at < script.length(); blanks(" \t\n;")) {
            if (script.charAt(at) == '#') {
                if (at == 0 && script.startsWith("#n\n")) {
                    throw wrong();
                }
                int end = script.indexOf('\n', at);
                at = end < 0 ? script.length() : end;
                continue;
            }
            var first = address();
            Optional<Address> second = Optional.empty();
            blanks(" \t");
            if (first.isPresent() && at < script.length() && script.charAt(at) == ',') {
                at++;
                blanks(" \t");
                second = address();
                if (second.isEmpty()) {
                    throw wrong();
                }
            }
            blanks(" \t");
            boolean negated = false;
            while (at < script.length() && script.charAt(at) == '!') {
                negated = true;
                at++;
                blanks(" \t");
            }
            char name = next();
            if (name == '}') {
                if (blocks.isEmpty() || first.isPresent()) {
                    throw wrong();
                }
                blockEnds.put(blocks.pop(), commands.size());
            } else if (name == '{') {
                blocks.push(commands.size());
                commands.add(new Command(first, second, negated, '{', "", Optional.empty()));
                continue;
            } else {
                command(first, second, negated, name);
            }
            blanks(" \t");
            if (at < script.length() && ";\n}#".indexOf(script.charAt(at)) < 0) {
                throw wrong();
            }
        }
        if (!blocks.isEmpty()) {
            throw wrong();
        }
    }

    private void command(Optional<Address> first, Optional<Address> second, boolean negated, char name) {
        switch (name) {
            case 's' -> commands.add(new Command(first, second, negated, name, "", Optional.of(substitution())));
            case 'y' -> {
                char delimiter = next();
                var from = delimited(delimiter, false);
                var to = delimited(delimiter, false);
                if (from.length() != to.length() || from.contains("\\") || to.contains("\\")) {
                    throw wrong();
                }
                commands.add(new Command(first, second, negated, name, from + to, Optional.empty()));
            }
            case ':', 'b', 't' -> {
                blanks(" \t");
                int from = at;
                while (at < script.length() && "\n;".indexOf(script.charAt(at)) < 0
                        && !(name != ':' && " \t}".indexOf(script.charAt(at)) >= 0)) {
                    at++;
                }
                var label = script.substring(from, at).strip();
                if (name == ':') {
                    if (label.isEmpty() || first.isPresent()) {
                        throw wrong();
                    }
                    labels.put(label, commands.size());
                } else {
                    commands.add(new Command(first, second, negated, name, label, Optional.empty()));
                }
            }
            case 'p', 'd', 'q', 'Q', 'n', 'N', 'P', 'D', 'h', 'H', 'g', 'G', 'x', '=' ->
                commands.add(new Command(first, second, negated, name, "", Optional.empty()));
            default -> throw wrong();
        }
    }

    private Optional<Address> address() {
        if (at == script.length()) {
            return Optional.empty();
        }
        char c = script.charAt(at);
        if (Character.isDigit(c)) {
            int from = at;
            while (at < script.length() && Character.isDigit(script.charAt(at))) {
                at++;
            }
            if (at < script.length() && script.charAt(at) == '~' || at - from > 8) {
                throw wrong();
            }
            int number = Integer.parseInt(script.substring(from, at));
            if (number == 0) {
                throw wrong();
            }
            return Optional.of(new Address.Line(number));
        }
        if (c == '$') {
            at++;
            return Optional.of(new Address.Last());
        }
        if (c == '+' || c == '~') {
            throw wrong();
        }
        if (c != '/' && c != '\\') {
            return Optional.empty();
        }
        at++;
        char delimiter = c == '/' ? '/' : next();
        var source = delimited(delimiter, true);
        boolean ignoreCase = at < script.length() && script.charAt(at) == 'I';
        if (ignoreCase) {
            at++;
        }
        return Optional.of(new Address.Match(regex(source, ignoreCase)));
    }

    private Optional<Regex.Compiled> regex(String source, boolean ignoreCase) {
        return source.isEmpty() ? Optional.empty() : Optional.of(Regex.compile(source,
                options.has('E') || options.has('r'), Regex.Use.SED, ignoreCase, call.world()));
    }

    /** The text up to a delimiter; one behind a backslash is the character itself. */
    private String delimited(char delimiter, boolean regex) {
        if (delimiter == '\n' || delimiter == '\\') {
            throw wrong();
        }
        var text = new StringBuilder();
        boolean bracket = false;
        while (true) {
            char c = next();
            if (c == delimiter && !bracket) {
                return text.toString();
            }
            if (c == '\\' && !bracket) {
                char escaped = next();
                if (escaped == delimiter) {
                    // '\|' with the delimiter '|' would be an alternation or not, by version.
                    if ("|+?(){}.*[]^$&nt".indexOf(delimiter) >= 0 || Character.isLetterOrDigit(delimiter)) {
                        throw wrong();
                    }
                    text.append(delimiter);
                } else {
                    text.append('\\').append(escaped);
                }
                continue;
            }
            if (regex && c == '[' && !bracket) {
                int end = Glob.end(script, at - 1);
                if (end > 0) {
                    var inside = script.substring(at, end + 1);
                    text.append('[').append(inside);
                    at = end + 1;
                    continue;
                }
            }
            text.append(c);
        }
    }

    private Substitution substitution() {
        char delimiter = next();
        var source = delimited(delimiter, true);
        var replacement = delimited(delimiter, false);
        boolean all = false;
        boolean print = false;
        boolean ignoreCase = false;
        int number = 1;
        while (at < script.length() && ";\n} \t#".indexOf(script.charAt(at)) < 0) {
            char flag = next();
            switch (flag) {
                case 'g' -> all = true;
                case 'p' -> print = true;
                case 'i', 'I' -> ignoreCase = true;
                default -> {
                    if (flag < '1' || flag > '9' || number != 1) {
                        throw wrong();
                    }
                    number = flag - '0';
                }
            }
        }
        return new Substitution(regex(source, ignoreCase), replacement, all, print, number);
    }

    // Running

    private void print(String text) {
        call.world().length(out.length() + (long) text.length());
        out.append(text).append('\n');
    }

    /** The last line has a line feed if the input's has one. */
    private void printPattern() {
        print(pattern);
        if (line == lines.size() && !endsWithNewline) {
            out.setLength(out.length() - 1);
            missing = true;
        }
    }

    private boolean missing;

    private void execute() {
        boolean restart = false;
        while (restart || line < lines.size()) {
            if (!restart) {
                pattern = lines.get(line++);
            }
            restart = false;
            switch (cycle()) {
                case NEXT -> automatic();
                case DELETED -> { }
                case AGAIN -> restart = true;
                case QUIT -> {
                    automatic();
                    return;
                }
                case QUIT_SILENTLY -> {
                    return;
                }
            }
        }
    }

    private void automatic() {
        if (!options.has('n')) {
            newlineBefore();
            printPattern();
        }
    }

    private void newlineBefore() {
        if (missing) {
            out.append('\n');
            missing = false;
        }
    }

    private enum End { NEXT, DELETED, AGAIN, QUIT, QUIT_SILENTLY }

    private End cycle() {
        boolean substituted = false;
        for (int i = 0; i < commands.size(); i++) {
            call.world().step(5);
            var command = commands.get(i);
            if (selects(i, command) == command.negated()) {
                if (command.name() == '{') {
                    i = blockEnds.get(i) - 1;
                }
                continue;
            }
            switch (command.name()) {
                case '{' -> { }
                case 's' -> substituted |= substitute(command.substitution().orElseThrow());
                case 'y' -> pattern = transliterate(pattern, command.text());
                case 'p' -> {
                    newlineBefore();
                    printPattern();
                }
                case '=' -> print(String.valueOf(line));
                case 'd' -> {
                    return End.DELETED;
                }
                case 'q' -> {
                    return End.QUIT;
                }
                case 'Q' -> {
                    return End.QUIT_SILENTLY;
                }
                case 'n' -> {
                    if (line == lines.size()) {
                        return End.QUIT;
                    }
                    automatic();
                    pattern = lines.get(line++);
                }
                case 'N' -> {
                    if (line == lines.size()) {
                        return End.QUIT;
                    }
                    pattern += "\n" + lines.get(line++);
                    call.world().length(pattern.length());
                }
                case 'P' -> print(pattern.split("\n", 2)[0]);
                case 'D' -> {
                    if (pattern.indexOf('\n') < 0) {
                        return End.DELETED;
                    }
                    pattern = pattern.substring(pattern.indexOf('\n') + 1);
                    return End.AGAIN;
                }
                case 'h' -> hold = pattern;
                case 'H' -> hold += "\n" + pattern;
                case 'g' -> pattern = hold;
                case 'G' -> pattern += "\n" + hold;
                case 'x' -> {
                    var other = hold;
                    hold = pattern;
                    pattern = other;
                }
                default -> {
                    if (command.name() == 'b' || substituted) {
                        substituted = false;
                        if (command.text().isEmpty()) {
                            return End.NEXT;
                        }
                        if (!labels.containsKey(command.text())) {
                            throw wrong();
                        }
                        i = labels.get(command.text()) - 1;
                    }
                }
            }
        }
        return End.NEXT;
    }

    private static String transliterate(String text, String table) {
        var result = new StringBuilder();
        for (char c : text.toCharArray()) {
            int index = table.substring(0, table.length() / 2).indexOf(c);
            result.append(index < 0 ? c : table.charAt(table.length() / 2 + index));
        }
        return result.toString();
    }

    private boolean selects(int index, Command command) {
        if (command.first().isEmpty()) {
            return true;
        }
        if (command.second().isEmpty()) {
            return is(command.first().get());
        }
        if (openRanges.containsKey(index)) {
            var second = command.second().get();
            if (second instanceof Address.Line(int number)) {
                if (line >= number) {
                    openRanges.remove(index);
                }
                return line <= number;
            }
            if (is(second)) {
                openRanges.remove(index);
            }
            return true;
        }
        if (!is(command.first().get())) {
            return false;
        }
        if (!(command.second().get() instanceof Address.Line(int number) && number <= line)
                && !(command.second().get() instanceof Address.Last && line == lines.size())) {
            openRanges.put(index, line);
        }
        return true;
    }

    private boolean is(Address address) {
        return switch (address) {
            case Address.Line(int number) -> line == number;
            case Address.Last() -> line == lines.size();
            case Address.Match(var regex) -> use(regex).isIn(pattern);
        };
    }

    private Regex.Compiled use(Optional<Regex.Compiled> regex) {
        last = regex.or(() -> last);
        return last.orElseThrow(this::wrong);
    }

    private boolean substitute(Substitution substitution) {
        var regex = use(substitution.regex());
        var result = new StringBuilder();
        int from = 0;
        int count = 0;
        boolean changed = false;
        int afterMatch = -1;
        while (from <= pattern.length()) {
            var found = regex.find(pattern, from);
            if (found.isEmpty()) {
                break;
            }
            int start = found.get().start();
            int end = found.get().end();
            result.append(pattern, from, start);
            // An empty match right behind a match does not count.
            boolean counts = end > start || start != afterMatch;
            if (counts) {
                count++;
            }
            if (counts && (count == substitution.number() || substitution.all() && count > substitution.number())) {
                result.append(replacement(substitution.replacement(), regex, found.get()));
                changed = true;
                if (!substitution.all()) {
                    from = end;
                    break;
                }
            } else {
                result.append(pattern, start, end);
            }
            afterMatch = end;
            from = end;
            if (end == start) {
                if (end < pattern.length()) {
                    result.append(pattern.charAt(end));
                }
                from = end + 1;
            }
        }
        if (!changed) {
            return false;
        }
        if (from < pattern.length()) {
            result.append(pattern.substring(from));
        }
        pattern = result.toString();
        call.world().length(pattern.length());
        if (substitution.print()) {
            newlineBefore();
            printPattern();
        }
        return true;
    }

    private String replacement(String text, Regex.Compiled regex, java.util.regex.Matcher match) {
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                result.append(match.group());
            } else if (c != '\\') {
                result.append(c);
            } else {
                char escaped = text.charAt(++i);
                if (Character.isDigit(escaped)) {
                    if (escaped == '0' || escaped - '0' > regex.groups()) {
                        throw wrong();
                    }
                    var group = match.group(escaped - '0');
                    result.append(group == null ? "" : group);
                } else if (escaped == 'n' || escaped == 't') {
                    result.append(escaped == 'n' ? '\n' : '\t');
                } else if (Character.isLetter(escaped)) {
                    throw wrong();
                } else {
                    result.append(escaped);
                }
            }
        }
        return result.toString();
    }
}
