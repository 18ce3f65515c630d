package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Commands on names of files and folders. */
final class FileCommands {
    private final Call call;

    FileCommands(Call call) {
        this.call = call;
    }

    int pwd() {
        if (call.arguments().stream().anyMatch(word -> !word.equals("-P") && !word.equals("-L"))) {
            throw call.notCovered(call.arguments().getFirst());
        }
        call.print(call.state().folder + "\n");
        return 0;
    }

    int cd() {
        var words = call.arguments().stream().filter(word -> !word.equals("--") && !word.equals("-P")).toList();
        if (words.size() != 1 || words.getFirst().equals("-") || words.getFirst().isEmpty()) {
            throw call.notCovered("that");
        }
        if (call.interpreter().variable("CDPATH").isPresent()) {
            throw call.notCovered("with CDPATH");
        }
        if (call.kind(words.getFirst()) != FileKind.FOLDER) {
            return call.fail(call.world().dialect == Dialect.BASH ? 1 : 2);
        }
        call.state().folder = call.path(words.getFirst());
        return 0;
    }

    int basename() {
        var words = call.arguments();
        if (words.isEmpty() || words.size() > 2 || words.getFirst().startsWith("-")) {
            throw call.notCovered("that");
        }
        var path = call.world().inspect(words.getFirst());
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        var name = path.equals("/") ? path : path.substring(path.lastIndexOf('/') + 1);
        if (words.size() == 2 && name.endsWith(words.get(1)) && !name.equals(words.get(1))) {
            name = name.substring(0, name.length() - words.get(1).length());
        }
        call.print(name + "\n");
        return 0;
    }

    int dirname() {
        if (call.arguments().isEmpty() || call.arguments().getFirst().startsWith("-")) {
            throw call.notCovered("that");
        }
        for (var word : call.arguments()) {
            call.print(parent(word) + "\n");
        }
        return 0;
    }

    private static String parent(String word) {
        var path = word.replaceFirst("(?<=.)/+$", "");
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return ".";
        }
        var parent = path.substring(0, slash).replaceFirst("/+$", "");
        return parent.isEmpty() ? "/" : parent;
    }

    int realpath() {
        var options = Options.read(call, "eqms", "", Map.of("canonicalize-existing", 'e'));
        if (options.operands().size() != 1 || options.has('m') || options.has('s')) {
            throw call.notCovered("that");
        }
        return canonical(options.operands().getFirst(), options.has('e'), false);
    }

    int readlink() {
        var options = Options.read(call, "fenm", "",
                Map.of("canonicalize", 'f', "canonicalize-existing", 'e', "no-newline", 'n'));
        if (options.operands().size() != 1 || options.has('m') || !options.has('f') && !options.has('e')) {
            throw call.notCovered("that");
        }
        return canonical(options.operands().getFirst(), options.has('e'), options.has('n'));
    }

    /** Only the last part may be absent. */
    private int canonical(String word, boolean mustExist, boolean withoutNewline) {
        if (word.isEmpty()) {
            return call.fail(1);
        }
        var path = call.path(word);
        boolean exists = call.kind(word).exists();
        if (!exists && (mustExist || call.world().kind(parent(path)) != FileKind.FOLDER)) {
            return call.fail(1);
        }
        call.print(path + (withoutNewline ? "" : "\n"));
        return 0;
    }

    int ls() {
        var options = Options.read(call, "1dAa", "", Map.of("directory", 'd'));
        var words = options.operands().isEmpty() ? List.of(".") : options.operands();
        var files = new TreeSet<String>();
        var folders = new TreeSet<String>();
        boolean failed = false;
        for (var word : words) {
            var kind = call.kind(word);
            if (!kind.exists()) {
                failed = true;
            } else if (kind == FileKind.FOLDER && !options.has('d')) {
                folders.add(word);
            } else {
                files.add(word);
            }
        }
        if (options.has('a')) {
            throw call.notCovered("-a");
        }
        var lines = new ArrayList<String>(files);
        for (var folder : folders) {
            if (words.size() > 1) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add(folder + ":");
            }
            call.world().list(call.path(folder)).stream()
                    .filter(name -> options.has('A') || !name.startsWith(".")).sorted().forEach(lines::add);
        }
        lines.forEach(line -> call.print(line + "\n"));
        return failed ? call.fail(2) : 0;
    }

    int find() {
        var words = call.arguments();
        int first = 0;
        while (first < words.size() && !words.get(first).startsWith("-") && !words.get(first).equals("!")) {
            first++;
        }
        var starts = first == 0 ? List.of(".") : words.subList(0, first);
        var search = new Find(call, words.subList(first, words.size()));
        boolean failed = false;
        for (var start : starts) {
            if (call.kind(start).exists()) {
                search.visit(start, start.replaceFirst("(?<=.)/+$", "").replaceFirst(".*/(?=.)", ""), 0);
            } else {
                failed = true;
            }
        }
        call.io().out().unordered |= search.found > 1;
        return failed ? call.fail(1) : 0;
    }

    private static final class Find {
        private final Call call;
        private final List<String> words;
        private int deepest = Integer.MAX_VALUE;
        private int least;
        int found;

        Find(Call call, List<String> words) {
            this.call = call;
            this.words = new ArrayList<>(words);
            for (int i = 0; i < this.words.size(); ) {
                if (List.of("-maxdepth", "-mindepth").contains(this.words.get(i)) && i + 1 < this.words.size()
                        && this.words.get(i + 1).matches("[0-9]{1,3}")) {
                    int depth = Integer.parseInt(this.words.get(i + 1));
                    if (this.words.get(i).equals("-maxdepth")) {
                        deepest = depth;
                    } else {
                        least = depth;
                    }
                    this.words.remove(i + 1);
                    this.words.remove(i);
                } else {
                    i++;
                }
            }
        }

        void visit(String path, String name, int depth) {
            var kind = call.kind(path);
            if (depth >= least) {
                evaluate(path, name, kind);
            }
            if (kind == FileKind.FOLDER && depth < deepest) {
                for (var child : call.world().list(call.path(path))) {
                    visit(path.endsWith("/") ? path + child : path + "/" + child, child, depth + 1);
                }
            }
        }

        private void evaluate(String path, String name, FileKind kind) {
            String printed = path + "\n";
            for (int i = 0; i < words.size(); i++) {
                boolean negated = words.get(i).equals("!") || words.get(i).equals("-not");
                if (negated) {
                    i++;
                }
                if (i == words.size()) {
                    throw call.notCovered("that");
                }
                var argument = i + 1 < words.size() ? words.get(i + 1) : "";
                boolean holds;
                switch (words.get(i)) {
                    case "-print" -> holds = true;
                    case "-printf" -> {
                        if (!argument.equals("%f\\n")) {
                            throw call.notCovered("-printf '" + argument + "'");
                        }
                        printed = name + "\n";
                        i++;
                        holds = true;
                    }
                    case "-name" -> {
                        holds = matches(argument, name);
                        i++;
                    }
                    case "-type" -> {
                        holds = switch (argument) {
                            case "f" -> kind.isFile();
                            case "d" -> kind == FileKind.FOLDER;
                            default -> throw call.notCovered("-type " + argument);
                        };
                        i++;
                    }
                    default -> throw call.notCovered(words.get(i));
                }
                if (holds == negated) {
                    return;
                }
            }
            found++;
            call.print(printed);
        }

        private boolean matches(String pattern, String name) {
            try {
                return new Bounded(Glob.toRegex(call.world().inspect(pattern), i -> false), call.world()).matches(name);
            } catch (IllegalArgumentException e) {
                throw call.notCovered("-name '" + pattern + "'");
            }
        }
    }

    // Files that are kept in memory

    int mktemp() {
        if (!call.arguments().isEmpty()) {
            throw call.notCovered(call.arguments().getFirst());
        }
        call.print(call.world().temporary() + "\n");
        return 0;
    }

    int touch() {
        for (var word : Options.read(call, "", "", Map.of()).operands()) {
            if (!call.kind(word).exists()) {
                call.world().write(call.path(word), "");
            }
        }
        return 0;
    }

    int rm() {
        var options = Options.read(call, "f", "", Map.of("force", 'f'));
        boolean failed = false;
        for (var word : options.operands()) {
            var kind = call.kind(word);
            if (kind == FileKind.FOLDER) {
                throw call.notCovered("of a folder");
            }
            if (kind.exists()) {
                call.world().remove(call.path(word));
            } else {
                failed |= !options.has('f');
            }
        }
        return failed ? call.fail(1) : 0;
    }

    int mkdir() {
        var options = Options.read(call, "p", "", Map.of("parents", 'p'));
        boolean failed = false;
        for (var word : options.operands()) {
            if (call.kind(word).exists()) {
                failed |= !options.has('p') || call.kind(word).isFile();
            } else {
                if (call.world().kind(parent(call.path(word))) != FileKind.FOLDER) {
                    throw call.notCovered("several folders");
                }
                call.world().makeFolder(call.path(word));
            }
        }
        return failed ? call.fail(1) : 0;
    }

    int copy(boolean move) {
        var options = Options.read(call, "f", "", Map.of());
        var words = options.operands();
        if (words.size() != 2 || call.kind(words.get(1)) == FileKind.FOLDER
                || call.kind(words.getFirst()) == FileKind.FOLDER) {
            throw call.notCovered("that");
        }
        if (!call.kind(words.getFirst()).isFile()) {
            return call.fail(1);
        }
        call.world().write(call.path(words.get(1)), call.world().content(call.path(words.getFirst())));
        if (move) {
            call.world().remove(call.path(words.getFirst()));
        }
        return 0;
    }
}
