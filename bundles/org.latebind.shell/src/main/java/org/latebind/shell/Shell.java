package org.latebind.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Position;

/** Evaluates scripts, one after the other, over a host. What they set stays: variables, functions, the folder. */
public final class Shell {
    private final World world;
    private final State state;

    public Shell(ShellHost host, Dialect dialect) {
        this(host, dialect, ShellLimits.DEFAULT, new Unknowns(), Decider.NONE);
    }

    /** @param unknowns the host's own, of which its texts are made */
    public Shell(ShellHost host, Dialect dialect, ShellLimits limits, Unknowns unknowns, Decider decider) {
        this.world = new World(host, dialect, limits, unknowns, decider);
        this.state = new State(host.folder(), dialect == Dialect.BASH ? "bash" : "sh");
    }

    /** Sets a variable, which is not exported. */
    public void set(String name, String text) {
        state.variables.put(name, ShellVariable.of(text));
    }

    /** Removes a variable, the environment's likewise. */
    public void unset(String name) {
        state.variables.remove(name);
        state.unset.add(name);
    }

    /** A variable that was set, by {@link #set} or by a script. */
    public Optional<ShellVariable> variable(String name) {
        return Optional.ofNullable(state.variables.get(name));
    }

    public SortedMap<String, ShellVariable> variables() {
        return new TreeMap<>(state.variables);
    }

    /**
     * Evaluates a script as {@code sh -c} does, in this shell.
     *
     * @param at the place of its first line
     */
    public ShellResult run(String script, Position at) {
        world.at = at;
        var out = Sink.text();
        world.output = out;
        try {
            var io = new Io(new Io.Input(Optional.empty()), out, new Sink(Sink.Kind.TERMINAL));
            int status = evaluate(script, at, io);
            if (out.unordered) {
                throw world.notCovered("a folder's listing in no order");
            }
            var output = out.text.toString();
            if (world.unknowns.hasMade(output)) {
                return new ShellResult.Undecided(new Reason(world.unknowns.what(output).orElseThrow(), at));
            }
            return new ShellResult.Known(output, status, world.written());
        } catch (Stop.Undecided undecided) {
            return new ShellResult.Undecided(undecided.reason);
        } catch (Stop.Refused refused) {
            return new ShellResult.Refused(refused.diagnostic);
        } catch (StackOverflowError e) {
            return new ShellResult.Refused(
                    ((Stop.Refused) world.notCovered("a script that deep")).diagnostic);
        }
    }

    private int evaluate(String script, Position at, Io io) {
        try {
            var node = new Parser(script, world.dialect, at).script();
            return new Interpreter(world, state, at).execute(node, io);
        } catch (Stop.Exit exit) {
            return exit.status;
        } catch (Stop.Return returned) {
            return returned.status;
        } catch (Stop.Loop loop) {
            return 0;
        }
    }

    /** Has a command stated in {@link #calls} in place of run; it is taken to succeed and to write nothing. */
    public void record(String command) {
        world.recorded.add(command);
    }

    public List<RecordedCall> calls() {
        return List.copyOf(world.calls);
    }

    /** Goes into a folder. */
    public void enter(String folder) {
        state.folder = folder;
    }

    /** What the scripts wrote so far, by path. */
    public Map<String, String> written() {
        return world.written();
    }
}
