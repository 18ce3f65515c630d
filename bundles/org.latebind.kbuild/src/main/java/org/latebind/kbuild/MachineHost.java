package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.make.MakeEvaluator;
import org.latebind.make.MakeHost;
import org.latebind.make.Reason;
import org.latebind.make.Value;
import org.latebind.make.Variable;
import org.latebind.make.VariableOrigin;

/** What a makefile that is evaluated for one kernel asks of the machine. What is not known stays undecided. */
final class MachineHost implements MakeHost {
    /** What the kernel was built with answers these, also where a module asks. */
    private static final Set<String> VERSIONS = Set.of("gcc-min-version", "clang-min-version", "cc-ifversion",
            "test-ge", "test-gt", "test-le", "test-lt");

    private final BuildMachine machine;
    private final String folder;
    private final Map<String, String> environment;
    private final CompilerQuestions compiler = new CompilerQuestions();

    /** @param folder the one that make runs in */
    MachineHost(BuildMachine machine, String folder, Map<String, String> environment) {
        this.machine = machine;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    private String path(String text) {
        return machine.resolve(folder, text);
    }

    @Override
    public Included include(String text, boolean required, Position at) {
        var path = path(text);
        var content = machine.text(path);
        if (content.isPresent()) {
            return new Included.Text(machine.source(path), content.get());
        }
        return switch (machine.presence(path)) {
            case ABSENT -> new Included.Absent();
            case FILE -> new Included.Undecided(notCarried(text, at));
            case FOLDER, UNKNOWN -> new Included.Undecided(
                    new Reason("whether there is a file '" + text + "' is not known", at));
        };
    }

    private static Reason notCarried(String path, Position at) {
        return new Reason("the text of '" + path + "' is not in the deferred module", at);
    }

    @Override
    public Optional<Variable> predefined(String name, Position at) {
        return Optional.ofNullable(environment.get(name))
                .map(text -> Variable.of(Value.of(text), true, VariableOrigin.ENVIRONMENT, Position.NONE));
    }

    @Override
    public Value shell(String command, Position at) {
        // kbuild makes folders for the objects that it is going to write.
        return at.file().origin() == Origin.KERNEL && command.strip().startsWith("mkdir -p ") ? Value.EMPTY
                : Value.undecided(new Reason("'$(shell " + command.strip() + ")' is not run", at));
    }

    @Override
    public Value wildcard(String pattern, Position at) {
        return machine.wildcard(folder, pattern).map(found -> Value.of(String.join(" ", found)))
                .orElseGet(() -> Value.undecided(new Reason("what '" + pattern + "' matches is not known", at)));
    }

    @Override
    public Value absolutePath(String text, Position at) {
        return Value.of(BuildMachine.normalize(folder, text));
    }

    @Override
    public Value realPath(String text, Position at) {
        return switch (machine.presence(path(text))) {
            case FILE, FOLDER -> Value.of(path(text));
            case ABSENT -> Value.EMPTY;
            case UNKNOWN -> Value.undecided(new Reason("whether there is a file '" + text + "' is not known", at));
        };
    }

    @Override
    public Value file(String text, Position at) {
        var path = path(text);
        return machine.text(path).map(Value::of).orElseGet(() -> switch (machine.presence(path)) {
            case ABSENT -> Value.EMPTY;
            case FILE, FOLDER, UNKNOWN -> Value.undecided(notCarried(text, at));
        });
    }

    @Override
    public Optional<Value> call(String name, List<Value> arguments, MakeEvaluator evaluator, Position at) {
        var all = new ArrayList<>(List.of(name));
        for (var argument : arguments) {
            if (argument.known().isEmpty()) {
                return Optional.empty();
            }
            all.add(argument.known().get());
        }
        var answer = compiler.answer(name, all, variable -> evaluator.value(variable).known().orElse(""));
        return answer.map(text -> isCertain(name, all, at) ? Value.of(text)
                : Value.undecided(new Reason("what '$(call " + String.join(",", all) + ")' finds out is not known", at)));
    }

    /** A flag that is tried and is taken is one that must be supported anyway; other answers may decide anything. */
    private static boolean isCertain(String name, List<String> arguments, Position at) {
        return at.file().origin() == Origin.KERNEL || VERSIONS.contains(name)
                || name.equals("cc-option") || name.equals("cc-disable-warning")
                || name.equals("cc-option-yn") && arguments.size() > 1 && arguments.get(1).strip().startsWith("-W");
    }
}
