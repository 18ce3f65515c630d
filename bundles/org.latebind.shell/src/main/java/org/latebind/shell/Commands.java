package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/**
 * The commands that are covered. Those that only the build machine could answer are not: compilers, package managers,
 * the date, other programs that may or may not be installed.
 */
final class Commands {
    /** Whose answer is their status: where it is undecided a side can be taken. */
    private static final Set<String> QUESTIONS = Set.of("test", "[", "grep", "egrep", "fgrep", "cmp", "diff", "sort");
    /** Part of the shell: not to be put in the place of a file's program. */
    private static final Set<String> OWN = Set.of("cd", ".", "source", "export", "set", "eval", "exit", "return", "local",
            "shift", "read", "unset", "break", "continue", ":", "exec", "command", "readonly", "declare", "typeset",
            "trap", "umask", "type", "which", "let", "shopt");
    private static final List<String> FOLDERS = List.of("/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/");
    private static final Set<String> KNOWN = Set.of("test", "[", "grep", "egrep", "fgrep", "sort", "true", "false",
            "echo", "printf", "cat", "sed", "cut", "tr", "head", "tail", "uniq", "wc", "expr", "awk", "mawk", "basename", "dirname",
            "readlink", "realpath", "ls", "find", "uname", "pwd", "sh", "bash", "mktemp", "rm", "mv", "cp", "mkdir",
            "tac", "sleep", "env");

    private final Interpreter interpreter;
    private final World world;

    Commands(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.world = interpreter.world();
    }

    int call(String name, List<String> arguments, Io io) {
        int before = io.out().text.length();
        var input = world.takesSides() ? io.in().peek() : "";
        try {
            return run(name, arguments, io);
        } catch (Stop.Undecided undecided) {
            if (!world.takesSides() || OWN.contains(name) || isScript(name)) {
                throw undecided;
            }
            var question = name + "\0" + String.join("\0", arguments) + "\0" + interpreter.state().folder + "\0" + input;
            io.out().text.setLength(before);
            boolean isQuestion = QUESTIONS.contains(name);
            if (isQuestion && !world.decider.decide(question, undecided.reason).orElseThrow(() -> undecided)) {
                return 1;
            }
            if (!isQuestion || name.endsWith("grep") && arguments.stream().noneMatch(a -> a.matches("-[a-zA-Z]*q.*|--quiet"))) {
                io.out().text.append(world.unknown(undecided.reason, false, question));
            }
            return 0;
        }
    }

    private static boolean isScript(String name) {
        return name.indexOf('/') >= 0 || name.equals("sh") || name.equals("bash") || name.equals("env");
    }

    private int run(String path, List<String> arguments, Io io) {
        var folder = FOLDERS.stream().filter(path::startsWith).findFirst();
        var name = folder.map(prefix -> path.substring(prefix.length())).orElse(path);
        boolean external = folder.isPresent();
        if (external && !KNOWN.contains(name)) {
            throw world.notCovered("the command '" + path + "'");
        }
        if (world.recorded.contains(name)) {
            return record(name, arguments, io);
        }
        if (name.indexOf('/') >= 0) {
            return script(name, arguments, io);
        }
        var call = new Call(name, arguments, io, interpreter);
        var files = new FileCommands(call);
        var filters = new Filters(call);
        return switch (name) {
            case ":", "true" -> 0;
            case "false" -> 1;
            case "echo" -> Printf.echo(call, external);
            case "printf" -> new Printf(call).run();
            case "test" -> new Test(interpreter, world).run(arguments, io);
            case "[" -> bracket(call);
            case "uname" -> uname(call);
            case "pwd" -> files.pwd();
            case "cd" -> files.cd();
            case "basename" -> files.basename();
            case "dirname" -> files.dirname();
            case "realpath" -> files.realpath();
            case "readlink" -> files.readlink();
            case "ls" -> files.ls();
            case "find" -> files.find();
            case "mktemp" -> files.mktemp();
            case "rm" -> files.rm();
            case "mkdir" -> files.mkdir();
            case "mv" -> files.copy(true);
            case "cp" -> files.copy(false);
            case "cat" -> filters.cat();
            case "head" -> filters.head();
            case "tail" -> filters.tail();
            case "cut" -> filters.cut();
            case "tr" -> filters.tr();
            case "sort" -> filters.sort();
            case "uniq" -> filters.uniq();
            case "wc" -> filters.wc();
            case "tac" -> filters.tac();
            case "rev" -> filters.rev();
            case "grep", "egrep", "fgrep" -> new Grep(call).run();
            case "sed" -> new Sed(call).run();
            case "awk", "mawk" -> new Awk(call).run();
            case "expr" -> new Expr(call).run();
            case "touch" -> files.touch();
            case "bc" -> new Bc(call).run();
            case "git" -> git(call);
            case "sh", "bash" -> shell(call);
            case "env" -> env(call);
            default -> new BuiltIns(call).run();
        };
    }

    /** A command that is stated in place of being run; it is taken to succeed. */
    private int record(String name, List<String> arguments, Io io) {
        if (io.out().kind == Sink.Kind.TEXT && io.out() != world.output) {
            throw world.notCovered("text that '" + name + "' writes");
        }
        var state = interpreter.state();
        var exported = new TreeMap<String, String>();
        state.exported.stream().filter(state.variables::containsKey)
                .forEach(variable -> exported.put(variable, state.variables.get(variable).text()));
        var words = new ArrayList<>(List.of(name));
        words.addAll(arguments);
        world.calls.add(new RecordedCall(words, state.folder, exported, world.at));
        return 0;
    }

    private int bracket(Call call) {
        if (call.arguments().isEmpty() || !call.arguments().getLast().equals("]")) {
            return call.fail(2);
        }
        return new Test(interpreter, world).run(call.arguments().subList(0, call.arguments().size() - 1), call.io());
    }

    private int uname(Call call) {
        var options = Options.read(call, "srm", "", Map.of("kernel-name", 's', "kernel-release", 'r', "machine", 'm'));
        if (!options.operands().isEmpty()) {
            return call.fail(1);
        }
        var words = new ArrayList<String>();
        if (options.has('s') || call.arguments().isEmpty()) {
            words.add("Linux");
        }
        if (options.has('r')) {
            words.add(world.known(world.host.release()));
        }
        if (options.has('m')) {
            words.add(world.known(world.host.machine()));
        }
        call.print(String.join(" ", words) + "\n");
        return 0;
    }

    /** Outside of a work tree, which a package's folder is, git says so and fails. */
    private int git(Call call) {
        var words = call.arguments();
        if (words.isEmpty() || !Set.of("rev-parse", "describe", "log", "status", "rev-list", "show", "diff-index", "name-rev",
                "symbolic-ref").contains(words.getFirst())) {
            throw call.notCovered(words.isEmpty() ? "alone" : words.getFirst());
        }
        for (var folder = interpreter.state().folder; ; folder = World.resolve(folder, "..")) {
            if (world.kind(World.resolve(folder, ".git")).exists()) {
                throw world.notCovered("git in a work tree");
            }
            if (folder.equals("/")) {
                return call.fail(128);
            }
        }
    }

    // Scripts

    private int script(String name, List<String> arguments, Io io) {
        var path = World.resolve(interpreter.state().folder, name);
        var call = new Call(name, arguments, io, interpreter);
        var kind = world.kind(path);
        if (kind == FileKind.ABSENT) {
            return call.fail(127);
        }
        if (kind != FileKind.PROGRAM) {
            return call.fail(126);
        }
        var text = world.content(path);
        var first = text.lines().findFirst().orElse("");
        var dialect = switch (first.replaceFirst("^#! */(usr/)?bin/(env +)?", "#!").strip()) {
            case "#!sh", "#!dash" -> Dialect.SH;
            case "#!bash" -> Dialect.BASH;
            default -> throw world.notCovered("the program '" + name + "', which is not a shell script,");
        };
        return program(text, dialect, name, path, arguments, io);
    }

    private int program(String text, Dialect dialect, String name, String path, List<String> arguments, Io io) {
        var at = world.at;
        var file = new SourceFile(inFolder(path), Origin.MODULE);
        int status = interpreter.program(text, dialect, name, arguments, new Position(file, 1, 1), io);
        world.at = at;
        return status;
    }

    /** A path within the host's folder as seen from there. */
    private String inFolder(String path) {
        var folder = world.host.folder() + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }

    private int shell(Call call) {
        var words = call.arguments();
        var dialect = call.name().equals("sh") ? Dialect.SH : Dialect.BASH;
        if (words.size() >= 2 && words.getFirst().equals("-c")) {
            return interpreter.program(words.get(1), dialect, words.size() > 2 ? words.get(2) : call.name(),
                    words.size() > 3 ? words.subList(3, words.size()) : List.of(), world.at, call.io());
        }
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            throw call.notCovered(words.isEmpty() ? "alone" : words.getFirst());
        }
        if (!call.kind(words.getFirst()).isFile()) {
            return call.fail(call.name().equals("sh") ? 2 : 127);
        }
        var path = call.path(words.getFirst());
        return program(world.content(path), dialect, words.getFirst(), path, words.subList(1, words.size()), call.io());
    }

    /** {@code env X=y command}, as the shell's own {@code X=y command} of a program. */
    private int env(Call call) {
        int first = 0;
        var before = new TreeMap<>(interpreter.state().variables);
        var exported = Set.copyOf(interpreter.state().exported);
        while (first < call.arguments().size() && call.arguments().get(first).matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
            var assignment = call.arguments().get(first++).split("=", 2);
            interpreter.assign(assignment[0], assignment[1]);
            interpreter.state().exported.add(assignment[0]);
        }
        if (first == call.arguments().size() || call.arguments().get(first).startsWith("-")) {
            throw call.notCovered("that");
        }
        try {
            return interpreter.call(call.arguments().subList(first, call.arguments().size()), call.io());
        } finally {
            interpreter.state().variables.clear();
            interpreter.state().variables.putAll(before);
            interpreter.state().exported.retainAll(exported);
        }
    }

    /** Whether a command is one of these, which every system has. */
    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }
}
