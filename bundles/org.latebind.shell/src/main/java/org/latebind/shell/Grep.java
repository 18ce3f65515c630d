package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code grep}, {@code egrep} and {@code fgrep} of GNU. */
final class Grep {
    private static final Map<String, Character> LONG = Map.ofEntries(Map.entry("quiet", 'q'), Map.entry("silent", 'q'),
            Map.entry("count", 'c'), Map.entry("only-matching", 'o'), Map.entry("extended-regexp", 'E'),
            Map.entry("fixed-strings", 'F'), Map.entry("basic-regexp", 'G'), Map.entry("ignore-case", 'i'),
            Map.entry("invert-match", 'v'), Map.entry("word-regexp", 'w'), Map.entry("line-regexp", 'x'),
            Map.entry("no-messages", 's'), Map.entry("no-filename", 'h'), Map.entry("with-filename", 'H'),
            Map.entry("max-count", 'm'), Map.entry("regexp", 'e'), Map.entry("line-number", 'n'),
            Map.entry("files-with-matches", 'l'), Map.entry("recursive", 'r'));

    private final Call call;
    private final Options options;
    private final Regex.Compiled pattern;
    private final List<String> files;
    private final int most;
    private boolean selected;
    private boolean failed;

    Grep(Call call) {
        this.call = call;
        this.options = Options.read(call, "qcosEFGPwxivhHnlLrRasI", "emABCf", LONG);
        for (char refused : "fLRI".toCharArray()) {
            if (options.has(refused)) {
                throw call.notCovered("-" + refused);
            }
        }
        var operands = new ArrayList<>(options.operands());
        var patterns = options.all('e');
        if (patterns.isEmpty()) {
            if (operands.isEmpty()) {
                throw call.notCovered("without a pattern");
            }
            patterns = List.of(operands.removeFirst());
        }
        this.files = operands;
        this.most = options.value('m').map(this::number).orElse(Integer.MAX_VALUE);
        this.pattern = pattern(patterns);
    }

    private int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw call.notCovered("a number '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private Regex.Compiled pattern(List<String> patterns) {
        var each = patterns.stream().flatMap(text -> List.of(call.world().inspect(text).split("\n", -1)).stream())
                .map(this::translate).toList();
        var regex = each.size() == 1 ? each.getFirst()
                : each.stream().map(one -> "(?:" + one + ")").collect(Collectors.joining("|"));
        if (options.has('w')) {
            regex = "(?<![A-Za-z0-9_])(?:" + regex + ")(?![A-Za-z0-9_])";
        }
        if (options.has('x')) {
            regex = "\\A(?:" + regex + ")\\z";
        }
        return new Regex.Compiled(new Bounded(regex, options.has('i') ? Pattern.CASE_INSENSITIVE : 0, call.world()),
                0, true, call.world());
    }

    private String translate(String source) {
        if (options.has('P')) {
            if (source.contains("\\K") || source.contains("\\h") || source.contains("[[:") || source.contains("\\Q")) {
                throw call.notCovered("-P '" + source + "'");
            }
            return source;
        }
        if (options.has('F') || call.name().equals("fgrep")) {
            return source.chars().mapToObj(c -> Glob.quote((char) c)).collect(Collectors.joining());
        }
        return Regex.translate(source, options.has('E') || call.name().equals("egrep"), call.world());
    }

    int run() {
        var inputs = files.isEmpty() && options.has('r') ? List.of(".") : files.isEmpty() ? List.of("-") : files;
        boolean named = (inputs.size() > 1 || options.has('r') || options.has('H')) && !options.has('h');
        for (var input : inputs) {
            if (options.has('q') && selected) {
                return 0;
            }
            if (options.has('r') && !input.equals("-") && call.kind(input) == FileKind.FOLDER) {
                folder(files.isEmpty() ? "" : input.endsWith("/") ? input : input + "/", input, named);
                continue;
            }
            var text = call.file(input);
            if (text.isEmpty()) {
                failed = true;
                if (!options.has('s') && !(options.has('q') && selected)) {
                    call.fail(2);
                }
                continue;
            }
            one(input.equals("-") ? "(standard input)" : input, text.get(), named);
        }
        return selected && (!failed || options.has('q')) ? 0 : failed ? 2 : 1;
    }

    private void folder(String prefix, String folder, boolean named) {
        int before = call.io().out().text.length();
        for (var name : call.world().list(call.path(folder))) {
            if (call.kind(folder + "/" + name) == FileKind.FOLDER) {
                folder(prefix + name + "/", folder + "/" + name, named);
            } else {
                one(prefix + name, call.world().content(call.path(folder + "/" + name)), named);
            }
        }
        if (call.io().out().text.length() > before) {
            call.io().out().unordered = true;
        }
    }

    private void one(String name, String text, boolean named) {
        var lines = Call.lines(text);
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < lines.size() && chosen.size() < most; i++) {
            if (pattern.isIn(call.world().inspect(lines.get(i))) != options.has('v')) {
                chosen.add(i);
                if (options.has('q')) {
                    break;
                }
            }
        }
        selected |= !chosen.isEmpty();
        if (options.has('q')) {
            return;
        }
        if (text.indexOf('\0') >= 0 && !options.has('c') && !options.has('l') && !chosen.isEmpty()) {
            throw call.notCovered("of a binary file");
        }
        if (options.has('l')) {
            call.print(chosen.isEmpty() ? "" : name + "\n");
        } else if (options.has('c')) {
            call.print((named ? name + ":" : "") + chosen.size() + "\n");
        } else if (options.has('o')) {
            parts(name, lines, chosen, named);
        } else {
            lines(name, lines, chosen, named);
        }
    }

    private void parts(String name, List<String> lines, List<Integer> chosen, boolean named) {
        if (options.has('v')) {
            return;
        }
        for (int index : chosen) {
            var line = lines.get(index);
            int at = 0;
            while (at <= line.length()) {
                var match = pattern.find(line, at);
                if (match.isEmpty()) {
                    break;
                }
                if (match.get().end() > match.get().start()) {
                    print(name, index, ':', match.get().group(), named);
                }
                at = Math.max(match.get().end(), match.get().start() + 1);
            }
        }
    }

    private void print(String name, int index, char separator, String text, boolean named) {
        call.print((named ? name + separator : "") + (options.has('n') ? (index + 1) + "" + separator : "") + text + "\n");
    }

    private void lines(String name, List<String> lines, List<Integer> chosen, boolean named) {
        int before = context('B');
        int after = context('A');
        int printed = -1;
        for (int index : chosen) {
            int from = Math.max(printed + 1, index - before);
            if (printed >= 0 && from > printed + 1 && before + after > 0) {
                call.print("--\n");
            }
            int to = Math.min(lines.size() - 1, index + after);
            for (int i = from; i <= to; i++) {
                print(name, i, chosen.contains(i) ? ':' : '-', lines.get(i), named);
            }
            printed = Math.max(printed, to);
        }
    }

    private int context(char which) {
        return Optional.of(which).flatMap(options::value).or(() -> options.value('C')).map(this::number).orElse(0);
    }
}
