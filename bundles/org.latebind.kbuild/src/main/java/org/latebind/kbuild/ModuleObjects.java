package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.make.ShellWords;
import org.latebind.make.Target;

/** The objects of a module, and how each is compiled. */
final class ModuleObjects {
    private final KbuildFolder folder;
    private final BuildMachine machine;
    private final UsualObject usual;

    ModuleObjects(KbuildFolder folder, BuildMachine machine, UsualObject usual) {
        this.folder = folder;
        this.machine = machine;
        this.usual = usual;
    }

    ModulePlan plan(KbuildFolder.Entry.Module module) {
        var units = new ArrayList<UnitPlan>();
        var objects = objects(module.name());
        for (var object : objects) {
            units.add(unit(module.name(), object, !objects.equals(List.of(module.name()))));
        }
        try {
            return new ModulePlan(module.name().substring(module.name().lastIndexOf('/') + 1), units);
        } catch (IllegalArgumentException e) {
            throw DiagnosticException.refused(Diagnostic.error("LB1231", folder.place("obj-m"), e.getMessage()));
        }
    }

    /** {@code real-search} of scripts/Makefile.build: the parts of a composite object, or the object itself. */
    private List<String> objects(String name) {
        var lists = "$(" + name + "-objs) $(" + name + "-y) $(" + name + "-m)";
        if (folder.words(lists + " $(" + name + "-)").isEmpty()) {
            return List.of(name);
        }
        var objects = new LinkedHashSet<String>();
        for (var word : folder.words(lists)) {
            if (!word.endsWith(".o")) {
                throw DiagnosticException.refused(Diagnostic.error("LB1231", folder.place(name + "-objs"),
                        "'" + name + "' is made of '" + word + "', which is not an object"));
            }
            objects.add(word.substring(0, word.length() - 2));
        }
        if (objects.isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error("LB1231", folder.place(name + "-"),
                    "no object of module '" + name + "' is built for this kernel"));
        }
        return List.copyOf(objects);
    }

    private UnitPlan unit(String module, String object, boolean isPart) {
        var target = folder.target(object + ".o");
        folder.rulesFor(target).stream().findFirst().ifPresent(rule -> {
            throw DiagnosticException.refused(Diagnostic.error("LB1234", rule.at(),
                    "'" + object + ".o' is made by a rule of the makefile, which is not run"));
        });
        var source = source(module, object);
        var recipe = new Target(target, object, List.of(folder.target(object + ".c")));
        usual.others(isPart).forEach((text, value) -> requireUsual(text, value, object, recipe));
        var flags = CompilerFlags.parse(ShellWords.split(folder.text("$(c_flags)", recipe)));
        return new ObjectFlags(folder, machine, usual.flags(), object).unit(objectPath(object), source, flags);
    }

    /** The object's path in the package, which names it. */
    private String objectPath(String object) {
        return machine.inPackage(folder.path(folder.target(object)))
                .orElseThrow(() -> outside(object));
    }

    private String source(String module, String object) {
        var path = folder.path(folder.target(object));
        var known = List.of(".c", ".S", ".rs", ".o_shipped", ".o").stream()
                .filter(ending -> machine.presence(path + ending) == BuildMachine.Presence.FILE).findFirst();
        if (known.equals(Optional.of(".c"))) {
            return machine.inPackage(path + ".c").orElseThrow(() -> outside(object));
        }
        var at = folder.place(List.of("-objs", "-y", "-m").stream().map(list -> module + list)
                .filter(list -> folder.evaluator().assigned(list).isPresent()).findFirst().orElse("obj-m"));
        if (known.isPresent()) {
            var what = switch (known.get()) {
                case ".S" -> "an assembler source";
                case ".rs" -> "a Rust source";
                default -> "an object that was compiled elsewhere";
            };
            throw DiagnosticException.refused(Diagnostic.error("LB1233", at,
                    "'" + object + known.get() + "' of module '" + module + "' is " + what + ", which is not supported"));
        }
        var generated = folder.rulesFor(folder.target(object + ".c")).stream().findFirst();
        throw DiagnosticException.refused(generated
                .map(rule -> Diagnostic.error("LB1234", rule.at(),
                        "'" + object + ".c' is made by a rule of the makefile, which is not run"))
                .orElseGet(() -> Diagnostic.error("LB1233", at,
                        "there is no '" + object + ".c' for '" + object + ".o' of module '" + module + "'")));
    }

    private DiagnosticException outside(String object) {
        return DiagnosticException.refused(Diagnostic.error("LB1233", folder.place("obj-m"),
                "'" + object + ".o' is not in the package's folder"));
    }

    /** Refuses what changes how objects are made in a way that is not supported. */
    private void requireUsual(String text, String there, String object, Target recipe) {
        var here = folder.text(text, recipe).strip();
        if (!here.equals(there)) {
            throw DiagnosticException.refused(Diagnostic.error("LB1232", folder.place("ldflags-y"),
                    "'" + text + "' of '" + object + ".o' is '" + here + "' and for other objects of this kernel '" + there
                            + "': this is not supported"));
        }
    }
}
