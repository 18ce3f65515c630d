package org.latebind.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.latebind.diagnostics.api.Position;
import org.latebind.shell.Node.Redirect;

/** Evaluates a syntax tree: POSIX XCU 2.9. */
final class Interpreter {
    private final World world;
    private final State state;
    /** The script's first line, from which its lines count. */
    private final Position start;
    private final Expander expander;
    /** Of the last command substitution in the words of a command; -1 where there is none. */
    private int substituted = -1;
    /** How many conditions we are in: what fails there does not end a script with {@code set -e}. */
    private int tested;
    private int loops;
    /** What a function's local variables were before. */
    private Map<String, Optional<ShellVariable>> locals = new HashMap<>();

    Interpreter(World world, State state, Position start) {
        this.world = world;
        this.state = state;
        this.start = start;
        this.expander = new Expander(this, world);
    }

    State state() {
        return state;
    }

    World world() {
        return world;
    }

    private void moveTo(int line) {
        world.at = Parser.place(start, line);
    }

    int execute(Node node, Io io) {
        world.enter();
        try {
            state.status = run(node, io);
            return state.status;
        } finally {
            world.leave();
        }
    }

    private int run(Node node, Io io) {
        return switch (node) {
            case Node.Simple simple -> errors(simple(simple, io));
            case Node.Pipeline pipeline -> pipeline(pipeline, io);
            case Node.And(var left, var right) -> condition(left, io) == 0 ? execute(right, io) : state.status;
            case Node.Or(var left, var right) -> condition(left, io) != 0 ? execute(right, io) : state.status;
            case Node.Sequence(var nodes) -> {
                int status = nodes.isEmpty() ? 0 : state.status;
                for (var each : nodes) {
                    status = execute(each, io);
                }
                yield status;
            }
            case Node.If(var condition, var then, var otherwise) -> {
                if (condition(condition, io) == 0) {
                    yield execute(then, io);
                }
                yield otherwise.isPresent() ? execute(otherwise.get(), io) : 0;
            }
            case Node.Loop loop -> loop(loop, io);
            case Node.For each -> each(each, io);
            case Node.Case cases -> cases(cases, io);
            case Node.Group(var body) -> execute(body, io);
            case Node.Subshell(var body) -> errors(subshell(body, io));
            case Node.Redirected(var body, var redirects, var line) -> {
                moveTo(line);
                yield redirected(redirects, io, inner -> execute(body, inner));
            }
            case Node.Function(var name, var body) -> {
                state.functions.put(name, body);
                yield 0;
            }
            case Node.Arithmetic(var expression, var line) -> {
                moveTo(line);
                var text = expander.text(expression);
                yield errors(decide("((" + text, () -> new Arithmetic(text, this, world).value() != 0) ? 0 : 1);
            }
            case Node.Conditional conditional -> {
                moveTo(conditional.line());
                yield errors(new Conditional(conditional.words(), this, expander, world).holds() ? 0 : 1);
            }
            case Node.Document document -> throw new IllegalStateException();
        };
    }

    private int errors(int status) {
        if (status != 0 && state.stopsAtErrors && tested == 0) {
            throw new Stop.Exit(status);
        }
        return status;
    }

    private int condition(Node node, Io io) {
        tested++;
        try {
            return execute(node, io);
        } finally {
            tested--;
        }
    }

    /** Takes a side where a question is undecided. */
    boolean decide(String question, BooleanSupplier answer) {
        try {
            return answer.getAsBoolean();
        } catch (Stop.Undecided undecided) {
            return world.decider.decide(question, undecided.reason).orElseThrow(() -> undecided);
        }
    }

    // Compound commands

    private int pipeline(Node.Pipeline pipeline, Io io) {
        moveTo(pipeline.line());
        if (pipeline.negated()) {
            tested++;
        }
        int status = 0;
        try {
            var in = io.in();
            for (int i = 0; i < pipeline.stages().size(); i++) {
                boolean last = i == pipeline.stages().size() - 1;
                if (pipeline.stages().size() == 1) {
                    status = execute(pipeline.stages().getFirst(), io);
                    break;
                }
                var out = last ? io.out() : Sink.text();
                status = subshell(pipeline.stages().get(i), new Io(in, out, io.err()));
                if (!last) {
                    if (out.unordered && !ignoresOrder(pipeline.stages().get(i + 1))) {
                        throw world.notCovered("a folder's listing in no order");
                    }
                    in = Io.Input.of(out.text.toString());
                }
            }
        } finally {
            if (pipeline.negated()) {
                tested--;
            }
        }
        return pipeline.negated() ? status == 0 ? 1 : 0 : errors(status);
    }

    private static boolean ignoresOrder(Node node) {
        return node instanceof Node.Simple simple && !simple.words().isEmpty()
                && (simple.words().getFirst().plain().filter(name -> name.equals("sort") || name.equals("wc")).isPresent()
                || simple.words().size() > 1 && simple.words().getFirst().plain().filter("grep"::equals).isPresent()
                && simple.words().get(1).plain().filter(o -> o.equals("-q") || o.equals("-c")).isPresent());
    }

    int subshell(Node body, Io io) {
        var inner = new Interpreter(world, state.copy(), start);
        inner.tested = tested;
        try {
            return inner.execute(body, io);
        } catch (Stop.Exit exit) {
            return exit.status;
        } catch (Stop.Return returned) {
            return returned.status;
        } catch (Stop.Loop loop) {
            return 0;
        }
    }

    /** What a command writes, without the line feeds at its end. */
    String substitute(Node body) {
        var out = Sink.text();
        var place = world.at;
        try {
            substituted = subshell(body, new Io(new Io.Input(Optional.empty()), out, new Sink(Sink.Kind.TERMINAL)));
        } catch (Stop.Undecided undecided) {
            if (!world.takesSides()) {
                throw undecided;
            }
            substituted = 0;
            return world.unknown(undecided.reason, false);
        }
        if (out.unordered) {
            throw world.notCovered("a folder's listing in no order");
        }
        world.at = place;
        int end = out.text.length();
        while (end > 0 && out.text.charAt(end - 1) == '\n') {
            end--;
        }
        return out.text.substring(0, end);
    }

    private int loop(Node.Loop loop, Io io) {
        int status = 0;
        loops++;
        try {
            while (condition(loop.condition(), io) == 0 != loop.until()) {
                world.step(10);
                try {
                    status = execute(loop.body(), io);
                } catch (Stop.Loop jump) {
                    if (jump.levels > 1 && loops > 1) {
                        throw new Stop.Loop(jump.again, jump.levels - 1);
                    }
                    if (!jump.again) {
                        return 0;
                    }
                    status = 0;
                }
            }
        } finally {
            loops--;
        }
        return status;
    }

    private int each(Node.For each, Io io) {
        moveTo(each.line());
        var values = each.words().isPresent() ? expander.fields(each.words().get()) : state.positional;
        int status = 0;
        loops++;
        try {
            for (var value : values) {
                assign(each.name(), value);
                try {
                    status = execute(each.body(), io);
                } catch (Stop.Loop jump) {
                    if (jump.levels > 1 && loops > 1) {
                        throw new Stop.Loop(jump.again, jump.levels - 1);
                    }
                    if (!jump.again) {
                        return 0;
                    }
                    status = 0;
                }
            }
        } finally {
            loops--;
        }
        return status;
    }

    private int cases(Node.Case cases, Io io) {
        moveTo(cases.line());
        var subject = expander.text(cases.subject());
        for (var arm : cases.arms()) {
            for (var pattern : arm.patterns()) {
                var field = expander.field(pattern);
                boolean all = field.text.toString().equals("*") && field.quoted.isEmpty();
                if (all || decide("case|" + subject + "|" + field.text,
                        () -> new Bounded(field.regex(world), world).matches(world.inspect(subject)))) {
                    return execute(arm.body(), io);
                }
            }
        }
        return 0;
    }

    // Redirections

    private interface Body {
        int run(Io io);
    }

    private int redirected(List<Redirect> redirects, Io io, Body body) {
        var files = new TreeMap<String, Sink>();
        var inner = io;
        for (var redirect : redirects) {
            var next = redirect(redirect, inner, files);
            if (next.isEmpty()) {
                complain(inner);
                return world.dialect == Dialect.BASH ? 1 : 2;
            }
            inner = next.get();
        }
        int status = body.run(inner);
        files.forEach((path, sink) -> world.write(path, sink.text.toString()));
        return status;
    }

    /** Refuses a script that reads our error messages, whose words are not ours to give. */
    void complain(Io io) {
        if (io.err().kind == Sink.Kind.TEXT) {
            throw world.notCovered("an error message that is used as text");
        }
    }

    private Optional<Io> redirect(Redirect redirect, Io io, Map<String, Sink> files) {
        var target = redirect.target();
        switch (redirect.operator()) {
            case "<<" -> {
                return Optional.of(io.withIn(Io.Input.of(expander.text(target))));
            }
            case "<<<" -> {
                return Optional.of(io.withIn(Io.Input.of(expander.text(target) + "\n")));
            }
            case "<" -> {
                return input(expander.text(target), redirect.descriptor(), io);
            }
            case ">", ">|", ">>", "&>" -> {
                var sink = output(expander.text(target), redirect.operator().equals(">>"), files);
                if (redirect.operator().equals("&>")) {
                    return Optional.of(io.withOut(sink).withErr(sink));
                }
                return Optional.of(output(redirect.descriptor(), sink, io));
            }
            case ">&" -> {
                return Optional.of(switch (expander.text(target)) {
                    case "1" -> output(redirect.descriptor(), io.out(), io);
                    case "2" -> output(redirect.descriptor(), io.err(), io);
                    case "-" -> output(redirect.descriptor(), new Sink(Sink.Kind.NULL), io);
                    default -> throw world.notCovered("the descriptor '" + expander.text(target) + "'");
                });
            }
            default -> throw world.notCovered("'" + redirect.operator() + "'");
        }
    }

    private Optional<Io> input(String path, int descriptor, Io io) {
        if (descriptor != 0) {
            throw world.notCovered("the descriptor " + descriptor);
        }
        if (path.equals("/dev/null")) {
            return Optional.of(io.withIn(Io.Input.of("")));
        }
        var file = World.resolve(state.folder, path);
        return !path.isEmpty() && world.kind(file).isFile()
                ? Optional.of(io.withIn(Io.Input.of(world.content(file)))) : Optional.empty();
    }

    private Io output(int descriptor, Sink sink, Io io) {
        return switch (descriptor) {
            case 1 -> io.withOut(sink);
            case 2 -> io.withErr(sink);
            default -> throw world.notCovered("the descriptor " + descriptor);
        };
    }

    private Sink output(String path, boolean append, Map<String, Sink> files) {
        if (path.equals("/dev/null")) {
            return new Sink(Sink.Kind.NULL);
        }
        if (path.equals("/dev/stderr")) {
            return new Sink(Sink.Kind.TERMINAL);
        }
        var file = World.resolve(state.folder, world.inspect(path));
        var sink = files.computeIfAbsent(file, any -> Sink.text());
        if (append && sink.text.isEmpty() && world.kind(file).isFile()) {
            sink.text.append(world.content(file));
        }
        if (!append) {
            world.write(file, "");
        }
        return sink;
    }

    // Simple commands

    private int simple(Node.Simple simple, Io io) {
        moveTo(simple.line());
        substituted = -1;
        var words = expander.fields(simple.words());
        if (words.isEmpty()) {
            return redirected(simple.redirects(), io, inner -> {
                simple.assignments().forEach(this::assign);
                return Math.max(substituted, 0);
            });
        }
        return redirected(simple.redirects(), io, inner -> {
            if (simple.assignments().isEmpty()) {
                return call(words, inner);
            }
            return withAssignments(simple.assignments(), words, inner);
        });
    }

    /** What is assigned before a command is there while it runs. */
    private int withAssignments(List<Node.Assignment> assignments, List<String> words, Io io) {
        var before = new HashMap<String, Optional<ShellVariable>>();
        var exported = new ArrayList<String>();
        for (var assignment : assignments) {
            before.putIfAbsent(assignment.name(), Optional.ofNullable(state.variables.get(assignment.name())));
            assign(assignment);
            if (state.exported.add(assignment.name())) {
                exported.add(assignment.name());
            }
        }
        try {
            return call(words, io);
        } finally {
            before.forEach((name, value) -> value.ifPresentOrElse(
                    old -> state.variables.put(name, old), () -> state.variables.remove(name)));
            exported.forEach(state.exported::remove);
        }
    }

    /** Calls a command by its words; those of {@code command} and its like come here, too. */
    int call(List<String> words, Io io) {
        world.step(10);
        var name = world.inspect(words.getFirst());
        var arguments = words.subList(1, words.size());
        var function = state.functions.get(name);
        if (function != null) {
            return function(function, arguments, io);
        }
        return new Commands(this).call(name, arguments, io);
    }

    private int function(Node body, List<String> arguments, Io io) {
        var positional = state.positional;
        var outer = locals;
        locals = new HashMap<>();
        state.positional = List.copyOf(arguments);
        try {
            return execute(body, io);
        } catch (Stop.Return returned) {
            return returned.status;
        } finally {
            state.positional = positional;
            locals.forEach((name, value) -> value.ifPresentOrElse(
                    old -> state.variables.put(name, old), () -> state.variables.remove(name)));
            locals = outer;
        }
    }

    /** Keeps a variable's value until the function's end. */
    void makeLocal(String name) {
        locals.putIfAbsent(name, Optional.ofNullable(state.variables.get(name)));
        if (world.dialect == Dialect.BASH) {
            state.variables.put(name, ShellVariable.of(""));
        }
    }

    /** Runs a script's text in this shell: {@code eval} and {@code .}. */
    int source(String text, Position at, Io io) {
        var node = new Parser(text, world.dialect, at).script();
        var inner = new Interpreter(world, state, at);
        inner.tested = tested;
        inner.loops = loops;
        return inner.execute(node, io);
    }

    /** Runs a script in a shell of its own. */
    int program(String text, Dialect dialect, String name, List<String> arguments, Position at, Io io) {
        var dialectBefore = world.dialect;
        world.dialect = dialect;
        try {
            var child = new State(state.folder, name);
            child.positional = List.copyOf(arguments);
            child.unset.addAll(state.unset);
            state.exported.forEach(variable -> {
                if (state.variables.containsKey(variable)) {
                    child.variables.put(variable, ShellVariable.of(state.variables.get(variable).text()));
                    child.exported.add(variable);
                }
            });
            var node = new Parser(text, dialect, at).script();
            return new Interpreter(world, child, at).execute(node, io);
        } catch (Stop.Exit exit) {
            return exit.status;
        } finally {
            world.dialect = dialectBefore;
        }
    }

    // Variables

    Optional<ShellVariable> variable(String name) {
        var own = state.variables.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        if (name.equals("PWD") && !state.unset.contains(name)) {
            return Optional.of(ShellVariable.of(state.folder));
        }
        if (state.unset.contains(name)) {
            return Optional.empty();
        }
        if (world.dialect == Dialect.BASH && SET_BY_BASH.contains(name)) {
            throw world.notCovered("'$" + name + "'");
        }
        if (state.readUnknownConfig && name.startsWith("CONFIG_")) {
            return Optional.of(ShellVariable.of(world.unknown(
                    new Reason("only a kernel decides '" + name + "'", world.at), false, "config " + name)));
        }
        return switch (world.host.environment(name)) {
            case Answer.Known<Optional<String>>(var value) -> value.map(ShellVariable::of);
            case Answer.Undecided<Optional<String>>(var why) when world.takesSides() ->
                Optional.of(ShellVariable.of(world.unknown(new Reason(why, world.at), false, "variable " + name)));
            case Answer.Undecided<Optional<String>>(var why) -> throw world.undecided(why);
            case Answer.Refused<Optional<String>>(var why) -> throw world.refused(why);
        };
    }

    private static final java.util.Set<String> SET_BY_BASH = java.util.Set.of("BASH_VERSION", "BASH_SOURCE", "BASH_VERSINFO",
            "BASHPID", "BASH", "EPOCHSECONDS", "EUID", "UID", "FUNCNAME", "HOSTNAME", "HOSTTYPE", "MACHTYPE",
            "OSTYPE", "LINENO", "PIPESTATUS", "PPID", "RANDOM", "SECONDS", "SHLVL", "GROUPS", "DIRSTACK", "_");

    void assign(String name, String text) {
        world.length(text.length());
        var old = state.variables.get(name);
        state.variables.put(name, old != null && old.array() ? old.with(0, text) : ShellVariable.of(text));
    }

    void assign(Node.Assignment assignment) {
        var name = assignment.name();
        switch (assignment.value()) {
            case Node.Value.Scalar(var word) -> scalar(assignment, name, expander.text(word));
            case Node.Value.Array(var elements) -> array(assignment, name, elements);
        }
    }

    private void scalar(Node.Assignment assignment, String name, String text) {
        if (assignment.index().isEmpty()) {
            assign(name, assignment.append() ? variable(name).map(ShellVariable::text).orElse("") + text : text);
            return;
        }
        int index = index(assignment.index().get());
        var old = Optional.ofNullable(state.variables.get(name)).map(ShellVariable::elements)
                .orElseGet(TreeMap::new);
        var elements = new TreeMap<>(old);
        elements.put(index, assignment.append() ? old.getOrDefault(index, "") + text : text);
        state.variables.put(name, new ShellVariable(true, elements));
    }

    private int index(Node.Word word) {
        long index = new Arithmetic(expander.text(word), this, world).value();
        if (index < 0 || index > 1 << 20) {
            throw world.notCovered("the index " + index);
        }
        return (int) index;
    }

    private void array(Node.Assignment assignment, String name, List<Node.Value.Element> values) {
        var elements = new TreeMap<Integer, String>();
        if (assignment.append()) {
            Optional.ofNullable(state.variables.get(name)).ifPresent(old -> elements.putAll(old.elements()));
        }
        int next = elements.isEmpty() ? 0 : elements.lastKey() + 1;
        for (var element : values) {
            if (element.index().isPresent()) {
                next = index(element.index().get());
                elements.put(next++, expander.text(element.word()));
            } else {
                for (var field : expander.fields(List.of(element.word()))) {
                    elements.put(next++, field);
                }
            }
        }
        state.variables.put(name, new ShellVariable(true, elements));
    }
}
