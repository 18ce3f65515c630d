package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.dkms.BuildCommand;
import org.latebind.dkms.BuildCommands;
import org.latebind.make.Limits;
import org.latebind.make.MakeEvaluator;
import org.latebind.make.Message;
import org.latebind.make.Reason;
import org.latebind.make.Rule;
import org.latebind.make.Target;
import org.latebind.make.Value;
import org.latebind.make.VariableOrigin;
import org.latebind.shell.Dialect;
import org.latebind.shell.Unknowns;

/**
 * A package's own makefile, followed to where it calls kbuild.
 *
 * <pre>
 * all:
 * 	$(MAKE) -C /lib/modules/$(KVER)/build M=$(PWD) modules    -> Invocation
 * </pre>
 *
 * <p>Of the goal and what it depends on every recipe is evaluated: calls of make are followed, commands that write
 * nothing have no effect, and all others are refused.
 */
final class PackageMake {
    private static final List<String> MAKEFILES = List.of("GNUmakefile", "makefile", "Makefile");
    private static final int DEEPEST = 16;
    /** kbuild's targets that change nothing about what is built in a fresh folder. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("clean", "help", "modules_install");

    private final BuildMachine machine;
    private final Set<Invocation> invocations = new LinkedHashSet<>();

    PackageMake(BuildMachine machine) {
        this.machine = machine;
    }

    /** Calls of kbuild so far, in order, each once. */
    List<Invocation> invocations() {
        return List.copyOf(invocations);
    }

    /** Follows a command that calls make. */
    void follow(String command, Dialect dialect, String folder, SortedMap<String, String> environment, Position at) {
        follow(command, dialect, new Caller(folder, environment, new TreeMap<>(), 0), at);
    }

    /**
     * What a make hands on to those that its recipes call.
     *
     * @param variables of its command line
     */
    private record Caller(String folder, SortedMap<String, String> environment, SortedMap<String, String> variables,
            int depth) {}

    private void follow(String command, Dialect dialect, Caller caller, Position at) {
        var host = new MachineShell(machine, caller.folder(), caller.environment());
        var commands = BuildCommands.read(command, dialect, caller.folder(), host, new Unknowns(), at);
        commands.written().keySet().stream().findFirst().ifPresent(path -> {
            throw DiagnosticException.refused(Diagnostic.error("LB1234", at,
                    "a command of the build writes '" + path + "', and is not run"));
        });
        commands.calls().forEach(call -> make(call, caller));
    }

    private void make(BuildCommand call, Caller caller) {
        if (caller.depth() > DEEPEST) {
            throw refused(call.at(), "makefiles call each other more than " + DEEPEST + " deep");
        }
        var variables = new TreeMap<>(caller.variables());
        for (var assignment : call.variables()) {
            if (!assignment.operator().equals("=") && !assignment.operator().equals(":=")) {
                throw refused(call.at(), "'" + assignment.name() + assignment.operator()
                        + "' on the command line of make is not supported");
            }
            variables.put(assignment.name(), assignment.text());
        }
        var environment = new TreeMap<>(caller.environment());
        environment.putAll(call.environment());
        environment.put("PWD", call.calledIn());
        var folder = machine.resolve("/", call.folder());
        if (folder.equals(machine.objectFolder()) || folder.equals(machine.sourceFolder())) {
            kbuild(call, variables, environment);
        } else {
            own(call, new Caller(call.folder(), environment, variables, caller.depth() + 1));
        }
    }

    private void kbuild(BuildCommand call, TreeMap<String, String> variables, SortedMap<String, String> environment) {
        for (var target : call.targets()) {
            if (!WITHOUT_EFFECT.contains(target) && !target.equals("modules") && !target.equals("all")) {
                throw refused(call.at(), "the target '" + target + "' of the kernel's makefile is not supported");
            }
        }
        if (!call.targets().isEmpty() && WITHOUT_EFFECT.containsAll(call.targets())) {
            return;
        }
        var module = Optional.ofNullable(variables.remove("M"))
                .or(() -> Optional.ofNullable(environment.get("KBUILD_EXTMOD")))
                .orElseThrow(() -> refused(call.at(), "the kernel's makefile is called without M="));
        if (module.isBlank() || module.strip().contains(" ")) {
            throw refused(call.at(), "the kernel's makefile is called with M='" + module + "'");
        }
        var folder = machine.resolve(call.folder(), module.strip());
        if (machine.inPackage(folder).isEmpty()) {
            throw refused(call.at(), "'" + module + "', which is to be built, is not a folder of the package");
        }
        CommandLineVariables.check(machine, variables, call.at());
        invocations.add(new Invocation(BuildMachine.normalize(call.folder(), module.strip()), variables, environment));
    }

    private void own(BuildCommand call, Caller make) {
        var path = call.file().map(file -> machine.resolve(make.folder(), file))
                .or(() -> MAKEFILES.stream().map(name -> machine.resolve(make.folder(), name))
                        .filter(file -> machine.presence(file) == BuildMachine.Presence.FILE).findFirst())
                .orElseThrow(() -> refused(call.at(), "there is no makefile in '" + make.folder() + "'"));
        var evaluator = new MakeEvaluator(
                new MachineHost(machine, make.folder(), make.environment()), Limits.DEFAULT);
        make.variables().forEach((name, text) -> evaluator.define(name, Value.of(text), VariableOrigin.COMMAND_LINE));
        evaluator.define("CURDIR", Value.of(make.folder()), VariableOrigin.FILE);
        evaluator.define("MAKECMDGOALS", Value.of(String.join(" ", call.targets())), VariableOrigin.FILE);
        evaluator.include(path);
        evaluator.messages().stream().filter(message -> message.kind() == Message.Kind.ERROR).findFirst()
                .ifPresent(message -> {
                    throw KbuildFolder.refused(new Reason("whether the makefile stops here is not known", message.at(),
                            message.undecided()));
                });
        var goals = new Goals(evaluator, make, call.at());
        var targets = call.targets().isEmpty() ? List.of(goals.first()) : call.targets();
        targets.forEach(goals::update);
    }

    private static DiagnosticException refused(Position at, String message) {
        return DiagnosticException.refused(Diagnostic.error("LB1236", at, message));
    }

    /** The targets of one makefile that are to be made. */
    private final class Goals {
        private final MakeEvaluator evaluator;
        private final Caller make;
        private final Position at;
        private final Set<String> done = new LinkedHashSet<>();

        Goals(MakeEvaluator evaluator, Caller make, Position at) {
            this.evaluator = evaluator;
            this.make = make;
            this.at = at;
        }

        /** {@code .DEFAULT_GOAL}, or the first target (GNU make manual, 9.2). */
        String first() {
            var named = evaluator.value(".DEFAULT_GOAL").known().orElse("").strip();
            if (!named.isEmpty()) {
                return named;
            }
            return evaluator.rules().stream().flatMap(rule -> words(rule.targets(), rule.at()).stream())
                    .filter(target -> !target.contains("%") && (!target.startsWith(".") || target.contains("/")))
                    .findFirst().orElseThrow(() -> refused(at, "the makefile has no target"));
        }

        void update(String target) {
            if (!done.add(target)) {
                return;
            }
            var rules = evaluator.rules().stream()
                    .filter(rule -> words(rule.targets(), rule.at()).contains(target)).toList();
            if (rules.isEmpty()) {
                withoutRule(target);
                return;
            }
            rules.stream().filter(rule -> rule.undecided().isPresent()).findFirst().ifPresent(rule -> {
                throw KbuildFolder.refused(new Reason("whether there is a rule for '" + target + "' is not known",
                        rule.at(), rule.undecided()));
            });
            var prerequisites = new ArrayList<String>();
            for (var rule : rules) {
                words(rule.prerequisites(), rule.at()).stream().filter(word -> !word.equals("|"))
                        .forEach(prerequisites::add);
            }
            prerequisites.forEach(this::update);
            var recipes = rules.stream().filter(rule -> !rule.recipe().isEmpty()).toList();
            if (recipes.size() > 1) {
                throw refused(recipes.getLast().at(), "'" + target + "' has more than one recipe, which is not supported");
            }
            if (!recipes.isEmpty()) {
                run(target, prerequisites, recipes.getFirst());
            }
        }

        private void withoutRule(String target) {
            boolean there = switch (machine.presence(machine.resolve(make.folder(), target))) {
                case FILE, FOLDER -> true;
                case ABSENT, UNKNOWN -> false;
            };
            if (!there) {
                throw refused(at, "the makefile has no rule for '" + target + "'");
            }
        }

        private void run(String target, List<String> prerequisites, Rule rule) {
            if (machine.presence(machine.resolve(make.folder(), target)) == BuildMachine.Presence.FILE) {
                throw DiagnosticException.refused(Diagnostic.error("LB1234", rule.at(), "'" + target
                        + "', which the package has, may be made again by a rule of the makefile, which is not run"));
            }
            var environment = new TreeMap<String, String>();
            evaluator.environment(make.environment().keySet()).forEach((name, value) ->
                    environment.put(name, value.known().orElseThrow(() -> KbuildFolder.refused(value.why().orElseThrow()))));
            var caller = new Caller(make.folder(), environment, make.variables(), make.depth());
            for (var line : rule.recipe()) {
                var value = evaluator.expandFor(new Target(target, "", prerequisites), line.text(), line.at());
                var text = value.known().orElseThrow(() -> KbuildFolder.refused(value.why().orElseThrow()));
                for (var command : lines(text)) {
                    command(command, caller, line.at());
                }
            }
        }

        /** A recipe's line whose variables have several lines is several. */
        private static List<String> lines(String text) {
            return List.of(text.split("(?<!\\\\)\n"));
        }

        private void command(String text, Caller caller, Position place) {
            int start = 0;
            boolean ignored = false;
            while (start < text.length() && "@-+ \t".indexOf(text.charAt(start)) >= 0) {
                ignored |= text.charAt(start++) == '-';
            }
            var command = text.substring(start);
            if (!command.isBlank()) {
                follow(ignored ? "{ " + command + "\n} || true" : command, Dialect.SH, caller, place);
            }
        }

        private List<String> words(Value value, Position place) {
            var text = value.known().orElseThrow(() -> KbuildFolder.refused(
                    new Reason("what this rule is for is not known", place, value.why())));
            return List.of(text.strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
        }
    }
}
