package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.make.Limits;
import org.latebind.make.MakeEvaluator;
import org.latebind.make.Message;
import org.latebind.make.Reason;
import org.latebind.make.Rule;
import org.latebind.make.Target;
import org.latebind.make.Value;
import org.latebind.make.VariableOrigin;

/**
 * {@code make -f scripts/Makefile.build obj=FOLDER}: one folder, evaluated.
 *
 * <p>What the makefile leaves undecided is refused where the build depends on it.
 */
final class KbuildFolder {
    /** What a folder builds, in order. */
    sealed interface Entry {
        /** @param name the module's object as {@code obj-m} has it, without {@code obj} and ending */
        record Module(String name) implements Entry {}

        /** @param path with the parent's {@code obj} before it */
        record Folder(String path) implements Entry {}
    }

    private final BuildMachine machine;
    private final KbuildPaths paths;
    private final SortedMap<String, String> environment;
    private final SortedMap<String, String> commandLine;
    private final String objects;
    private final MakeEvaluator evaluator;

    /**
     * @param environment of the make that evaluates it
     * @param commandLine what the user's command line sets
     * @param objects {@code obj}
     */
    KbuildFolder(BuildMachine machine, KbuildPaths paths, SortedMap<String, String> environment,
            SortedMap<String, String> commandLine, String objects, boolean needBuiltIn, boolean needOrder) {
        this.machine = machine;
        this.paths = paths;
        this.environment = environment;
        this.commandLine = commandLine;
        this.objects = objects;
        this.evaluator = new MakeEvaluator(new MachineHost(machine, paths.folder(), environment), Limits.DEFAULT);
        commandLine.forEach(this::set);
        set("obj", objects);
        set("need-builtin", needBuiltIn ? "1" : "");
        set("need-modorder", needOrder ? "1" : "");
        evaluator.include(machine.sourceFolder() + "/scripts/Makefile.build");
        evaluator.messages().stream().filter(message -> message.kind() == Message.Kind.ERROR).findFirst()
                .ifPresent(message -> {
                    throw refused(new Reason("whether the makefile stops here is not known", message.at(),
                            message.undecided()));
                });
    }

    private void set(String name, String value) {
        evaluator.define(name, Value.of(value), VariableOrigin.COMMAND_LINE);
    }

    /** A refusal for what is not known. */
    static DiagnosticException refused(Reason reason) {
        return DiagnosticException.refused(reason.toDiagnostic("LB1230"));
    }

    MakeEvaluator evaluator() {
        return evaluator;
    }

    /** {@code obj/name}; the name alone where {@code obj} is the folder that make runs in. */
    String target(String name) {
        return objects.equals(".") ? name : objects + "/" + name;
    }

    /** The absolute path of a target. */
    String path(String target) {
        return machine.resolve(paths.folder(), target);
    }

    /** What text expands to in this folder. */
    String text(String text) {
        return known(evaluator.expand(text, Position.NONE));
    }

    /** What text expands to in the recipe of a target. */
    String text(String text, Target target) {
        return known(evaluator.expandFor(target, text, Position.NONE));
    }

    private static String known(Value value) {
        return switch (value) {
            case Value.Known(var text) -> text;
            case Value.Undecided undecided -> throw refused(undecided.reason());
        };
    }

    List<String> words(String text) {
        return List.of(text(text).strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
    }

    /** Modules and folders as {@code modules.order} has them, each once. */
    List<Entry> order() {
        var entries = new LinkedHashSet<Entry>();
        for (var word : words("$(obj-m)")) {
            if (word.endsWith("/modules.order")) {
                entries.add(new Entry.Folder(word.substring(0, word.length() - "/modules.order".length())));
            } else if (word.endsWith(".o")) {
                var name = objects.equals(".") ? word : word.substring(objects.length() + 1);
                entries.add(new Entry.Module(name.substring(0, name.length() - 2)));
            } else {
                throw refused(new Reason("'obj-m' has '" + word + "', which is neither an object nor a folder",
                        place("obj-m")));
            }
        }
        return List.copyOf(entries);
    }

    /** Descends into a folder as the rule {@code $(subdir-ym):} does. */
    KbuildFolder below(Entry.Folder folder) {
        var path = folder.path();
        boolean needBuiltIn = words("$(subdir-builtin)").contains(path + "/built-in.a");
        boolean needOrder = words("$(subdir-modorder)").contains(path + "/modules.order");
        var passedOn = new TreeMap<String, String>();
        evaluator.environment(environment.keySet()).forEach((name, value) -> passedOn.put(name, known(value)));
        return new KbuildFolder(machine, paths, passedOn, commandLine, path, needBuiltIn, needOrder);
    }

    /** Where the module's makefiles set a variable; the first of their places otherwise. */
    Position place(String name) {
        return evaluator.assigned(name).stream().flatMap(variable -> variable.marks().reversed().stream())
                .map(mark -> mark.at()).filter(at -> at.file().origin() == Origin.MODULE).findFirst()
                .orElse(new Position(machine.source(kbuildFile()), 1, 1));
    }

    private String kbuildFile() {
        var folder = path(objects);
        return machine.text(folder + "/Kbuild").isPresent() ? folder + "/Kbuild" : folder + "/Makefile";
    }

    /** Rules of the module's own makefiles that make a target by a recipe. */
    List<Rule> rulesFor(String target) {
        var rules = new ArrayList<Rule>();
        for (var rule : evaluator.rules()) {
            boolean own = rule.at().file().origin() == Origin.MODULE && !rule.recipe().isEmpty();
            if (own && (rule.targets().known().isEmpty() || names(rule, target))) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private boolean names(Rule rule, String target) {
        var wanted = path(target);
        return List.of(rule.targets().known().orElse("").split("\\s+")).stream().anyMatch(word -> word.contains("%")
                ? matches(word, target) : !word.isEmpty() && path(word).equals(wanted));
    }

    private static boolean matches(String pattern, String target) {
        int percent = pattern.indexOf('%');
        var before = pattern.substring(0, percent);
        var after = pattern.substring(percent + 1);
        var name = before.contains("/") ? target : target.substring(target.lastIndexOf('/') + 1);
        return name.length() >= before.length() + after.length() && name.startsWith(before) && name.endsWith(after);
    }
}
