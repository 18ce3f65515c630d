package org.latebind.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/** What is part of the shell: POSIX XCU 2.14, and a few others. */
final class BuiltIns {
    private final Call call;
    private final Interpreter interpreter;
    private final World world;
    private final List<String> words;

    BuiltIns(Call call) {
        this.call = call;
        this.interpreter = call.interpreter();
        this.world = call.world();
        this.words = call.arguments();
    }

    int run() {
        return switch (call.name()) {
            case "." -> source();
            case "source" -> {
                if (world.dialect != Dialect.BASH) {
                    throw call.notCovered("in sh");
                }
                yield source();
            }
            case "exit" -> throw new Stop.Exit(status());
            case "return" -> throw new Stop.Return(status());
            case "break", "continue" -> throw new Stop.Loop(call.name().equals("continue"), levels());
            case "export", "readonly" -> export();
            case "local" -> local();
            case "declare", "typeset" -> declare();
            case "unset" -> unset();
            case "shift" -> shift();
            case "set" -> set();
            case "eval" -> interpreter.source(String.join(" ", words), world.at, call.io());
            case "read" -> read();
            case "command" -> command();
            case "which", "type" -> which();
            case "let" -> let();
            case "shopt" -> shopt();
            default -> throw world.notCovered("the command '" + call.name() + "'");
        };
    }

    private int status() {
        if (words.isEmpty()) {
            return call.state().status;
        }
        var status = world.inspect(words.getFirst());
        if (!status.matches("[0-9]{1,9}")) {
            throw call.notCovered(status);
        }
        return Integer.parseInt(status) & 255;
    }

    private int levels() {
        var levels = words.isEmpty() ? "1" : words.getFirst();
        if (!levels.matches("[1-9]")) {
            throw call.notCovered(levels);
        }
        return Integer.parseInt(levels);
    }

    private int source() {
        if (words.isEmpty()) {
            throw call.notCovered("without a file");
        }
        var name = words.getFirst();
        if (words.size() > 1 || name.indexOf('/') < 0 && world.dialect != Dialect.BASH) {
            throw call.notCovered(name);
        }
        var path = call.path(name);
        String text;
        try {
            if (!call.kind(name).isFile()) {
                if (world.dialect != Dialect.BASH) {
                    call.fail(2);
                    throw new Stop.Exit(2);
                }
                return call.fail(1);
            }
            text = world.content(path);
        } catch (Stop.Undecided undecided) {
            if (!world.takesSides() || !isKernelConfig(path)) {
                throw undecided;
            }
            call.state().readUnknownConfig = true;
            return 0;
        }
        var at = world.at;
        try {
            return interpreter.source(text, new Position(new SourceFile(path, Origin.MODULE), 1, 1), call.io());
        } catch (Stop.Return returned) {
            return returned.status;
        } finally {
            world.at = at;
        }
    }

    /** kbuild writes these, and nothing but {@code CONFIG_X=} is in them. */
    private static boolean isKernelConfig(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals(".config") || name.equals("auto.conf") || name.startsWith("config-");
    }

    private int export() {
        for (var word : words) {
            if (word.equals("-p") || word.equals("-n") || word.startsWith("-")) {
                throw call.notCovered(word);
            }
            assignOrDeclare(word);
            call.state().exported.add(word.split("=", 2)[0]);
        }
        return 0;
    }

    private void assignOrDeclare(String word) {
        var parts = word.split("=", 2);
        if (!WordReader.isName(parts[0])) {
            throw call.notCovered(word);
        }
        if (parts.length > 1) {
            interpreter.assign(parts[0], parts[1]);
        }
    }

    private int local() {
        for (var word : words) {
            if (!WordReader.isName(word.split("=", 2)[0])) {
                throw call.notCovered(word);
            }
            interpreter.makeLocal(word.split("=", 2)[0]);
            assignOrDeclare(word);
        }
        return 0;
    }

    private int declare() {
        for (var word : words) {
            if (word.equals("-a") || word.equals("-x") || word.equals("-r")) {
                continue;
            }
            if (word.startsWith("-")) {
                throw call.notCovered(word);
            }
            assignOrDeclare(word);
        }
        return 0;
    }

    private int unset() {
        for (var word : words) {
            if (word.equals("-v")) {
                continue;
            }
            if (!WordReader.isName(word)) {
                throw call.notCovered(word);
            }
            call.state().variables.remove(word);
            call.state().unset.add(word);
        }
        return 0;
    }

    private int shift() {
        int count = words.isEmpty() ? 1 : levels();
        if (count > call.state().positional.size()) {
            if (world.dialect != Dialect.BASH) {
                throw new Stop.Exit(2);
            }
            return 1;
        }
        call.state().positional = call.state().positional.subList(count, call.state().positional.size());
        return 0;
    }

    private int set() {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--")) {
                call.state().positional = List.copyOf(words.subList(i + 1, words.size()));
                return 0;
            }
            switch (word) {
                case "-e" -> call.state().stopsAtErrors = true;
                case "-f" -> call.state().keepsPatterns = true;
                case "+f" -> call.state().keepsPatterns = false;
                case "+e" -> call.state().stopsAtErrors = false;
                default -> {
                    if (word.startsWith("-") || word.startsWith("+")) {
                        throw call.notCovered(word);
                    }
                    call.state().positional = List.copyOf(words.subList(i, words.size()));
                    return 0;
                }
            }
        }
        return 0;
    }

    private int read() {
        var names = words.stream().filter(word -> !word.equals("-r")).toList();
        boolean raw = words.contains("-r");
        if (names.isEmpty() || names.stream().anyMatch(name -> !WordReader.isName(name))) {
            throw call.notCovered(String.join(" ", words));
        }
        if (call.io().in().isTerminal()) {
            throw call.notCovered("the terminal");
        }
        var line = call.io().in().line();
        if (line.filter(text -> !raw && text.indexOf('\\') >= 0).isPresent()) {
            throw call.notCovered("a backslash");
        }
        boolean whole = line.isPresent() && call.io().in().wasWholeLine();
        var rest = world.inspect(line.orElse(""));
        var separators = Optional.ofNullable(call.state().variables.get("IFS")).map(ShellVariable::text).orElse(" \t");
        if (!Set.of("", " \t", " \t\n", " ").contains(separators) && names.size() > 1) {
            throw call.notCovered("with IFS");
        }
        if (!separators.isEmpty()) {
            rest = strip(rest);
        }
        for (int i = 0; i < names.size(); i++) {
            int end = 0;
            while (end < rest.length() && rest.charAt(end) != ' ' && rest.charAt(end) != '\t') {
                end++;
            }
            boolean last = i == names.size() - 1 || separators.isEmpty();
            interpreter.assign(names.get(i), last ? rest : rest.substring(0, end));
            rest = last ? "" : strip(rest.substring(end));
        }
        return whole ? 0 : 1;
    }

    private static String strip(String text) {
        return text.replaceFirst("^[ \t]+", "").replaceFirst("[ \t]+$", "");
    }

    private int command() {
        if (!words.isEmpty() && words.getFirst().equals("-v") && words.size() == 2) {
            return where(words.get(1));
        }
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            throw call.notCovered(String.join(" ", words));
        }
        return new Commands(interpreter).call(words.getFirst(), words.subList(1, words.size()), call.io());
    }

    private int which() {
        if (words.size() != 1) {
            throw call.notCovered(String.join(" ", words));
        }
        return where(words.getFirst());
    }

    /** Whether a program is installed is the build machine's business; that these are is known, and not where. */
    private int where(String name) {
        if (!Commands.isKnown(name) || call.io().out().kind == Sink.Kind.TEXT) {
            throw world.notCovered("'" + call.name() + "' of '" + name + "'");
        }
        return 0;
    }

    /** Patterns of extglob are known where they may stand. */
    private int shopt() {
        var names = words.stream().filter(word -> !word.equals("-q") && !word.equals("-s")).toList();
        if (!names.equals(List.of("extglob")) || !words.contains("-s")) {
            throw call.notCovered(String.join(" ", words));
        }
        return 0;
    }

    private int let() {
        long value = 0;
        for (var word : words) {
            value = new Arithmetic(word, interpreter, world).value();
        }
        return value != 0 ? 0 : 1;
    }
}
