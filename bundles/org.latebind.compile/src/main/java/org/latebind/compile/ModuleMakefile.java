package org.latebind.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.make.Limits;
import org.latebind.make.MakeEvaluator;
import org.latebind.make.Makefile;
import org.latebind.make.Message;
import org.latebind.make.Reason;
import org.latebind.make.TargetVariable;
import org.latebind.make.Value;

/**
 * What a Kbuild or Makefile says about modules (Documentation/kbuild/makefiles.rst), evaluated without running
 * anything.
 *
 * <pre>
 * obj-m := drv.o            module drv
 * drv-y := main.o io.o      of two units
 * ccflags-y += -DX -Iinc    with these flags
 * </pre>
 *
 * <p>Rules are recognized and not carried out. What only a kernel or a shell decides is refused where it takes part in
 * the above, with the line that asks; so is what kbuild knows and this does not.
 */
final class ModuleMakefile {
    /** Whose flags compile each unit, in kbuild's order. */
    private static final List<String> FLAGS =
            List.of("EXTRA_CFLAGS", "ccflags-y", "ccflags-m", "subdir-ccflags-y", "CFLAGS_MODULE");

    /** What changes the flags or objects of modules, too, and is not supported. */
    private static final List<String> NOT_SUPPORTED = List.of(
            "NOSTDINC_FLAGS", "KBUILD_CPPFLAGS", "KBUILD_CFLAGS", "KBUILD_CFLAGS_MODULE", "LINUXINCLUDE", "USERINCLUDE",
            "CPPFLAGS_MODULE", "KCFLAGS", "KCPPFLAGS", "cppflags-y", "ccflags-remove-y", "subdir-ccflags-remove-y",
            "ldflags-y", "LDFLAGS_MODULE", "KBUILD_LDFLAGS", "KBUILD_LDFLAGS_MODULE", "OBJECT_FILES_NON_STANDARD",
            "subdir-m", "subdir-y");

    private final SourceFile file;
    private final MakeEvaluator evaluator;

    private ModuleMakefile(SourceFile file, MakeEvaluator evaluator) {
        this.file = file;
        this.evaluator = evaluator;
    }

    /**
     * The modules that a file builds.
     *
     * @param folder the module's
     * @param reader the text of a file
     * @throws DiagnosticException where there are none, or where they cannot be known
     */
    static List<ModulePlan> modules(Path folder, String name, Function<Path, String> reader) {
        var file = new SourceFile(name, Origin.MODULE);
        var evaluator = new MakeEvaluator(new KbuildHost(folder, KernelVariables.load(), reader), Limits.DEFAULT);
        KbuildHost.define(evaluator);
        evaluator.evaluate("./" + name, Makefile.parse(file, reader.apply(folder.resolve(name))));
        return new ModuleMakefile(file, evaluator).plan();
    }

    private List<ModulePlan> plan() {
        refuseWhatMayStop();
        refuseFolders("obj-m");
        refuseFolders("obj-y");
        var modules = words("obj-m").stream().map(this::module).toList();
        refuseTargetVariables();
        NOT_SUPPORTED.forEach(this::refuse);
        if (modules.isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error(
                            "LB1202", new Position(file, 1, 1), "no module: 'obj-m' is not set")
                    .withHelp("name the C files on the command line instead"));
        }
        return modules;
    }

    private void refuseWhatMayStop() {
        evaluator.messages().stream().filter(message -> message.kind() == Message.Kind.ERROR).findFirst()
                .ifPresent(message -> {
                    throw unknown(new Reason("whether the makefile stops here is not decided", message.at(),
                            message.undecided()));
                });
    }

    private void refuseTargetVariables() {
        evaluator.targetVariables().stream().filter(ModuleMakefile::changesFlags).findFirst().ifPresent(variable -> {
            throw unknown(new Reason("'" + variable.assignment().name() + "' for some targets is not supported",
                    variable.at()));
        });
    }

    private static boolean changesFlags(TargetVariable variable) {
        var name = variable.assignment().name();
        return FLAGS.contains(name) || NOT_SUPPORTED.contains(name) || name.contains("$")
                || Stream.of("CFLAGS_", "LDFLAGS_", "ccflags-").anyMatch(name::startsWith);
    }

    private void refuse(String name) {
        if (!text(name).isBlank()) {
            throw unknown(new Reason("'" + name + "' is set, which is not supported", place(name)));
        }
    }

    private void refuseFolders(String name) {
        words(name).stream().filter(word -> word.endsWith("/")).findFirst().ifPresent(word -> {
            throw unknown(new Reason(
                    "'" + name + "' names the folder '" + word + "', which is not descended into", place(name)));
        });
    }

    private static DiagnosticException unknown(Reason reason) {
        return DiagnosticException.refused(reason.toDiagnostic("LB1201")
                .withHelp("name the C files on the command line instead, with --name, -I and -D"));
    }

    /** What the makefile itself has a variable set to; a kernel's own value is in its flags already. */
    private Value assigned(String name) {
        return evaluator.assigned(name).isPresent() ? evaluator.value(name) : Value.EMPTY;
    }

    private Position place(String name) {
        return evaluator.assigned(name).map(variable -> variable.marks().getLast().at())
                .orElse(new Position(file, 1, 1));
    }

    private String text(String name) {
        return switch (assigned(name)) {
            case Value.Known(var text) -> text;
            case Value.Undecided undecided -> throw unknown(undecided.reason());
        };
    }

    private List<String> words(String name) {
        return Stream.of(text(name).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private ModulePlan module(String object) {
        var name = withoutEnding(object, "obj-m");
        var parts = Stream.of(name + "-objs", name + "-y", name + "-m")
                .flatMap(list -> words(list).stream().map(part -> withoutEnding(part, list))).toList();
        refuse("LDFLAGS_" + name + ".o");
        var units = new ArrayList<UnitPlan>();
        for (var part : parts.isEmpty() ? List.of(name) : parts) {
            units.add(unit(part.replaceFirst("^\\./", "")));
        }
        return new ModulePlan(name.substring(name.lastIndexOf('/') + 1), units);
    }

    private String withoutEnding(String object, String list) {
        if (!object.endsWith(".o")) {
            throw unknown(new Reason("'" + object + "' of '" + list + "' is not an object file", place(list)));
        }
        return object.substring(0, object.length() - 2);
    }

    private UnitPlan unit(String object) {
        Stream.of("CFLAGS_REMOVE_", "OBJECT_FILES_NON_STANDARD_").forEach(name -> refuse(name + object + ".o"));
        var flags = new CompilerFlags(object);
        Stream.concat(FLAGS.stream(), Stream.of("CFLAGS_" + object + ".o"))
                .forEach(name -> flags.add(text(name), place(name)));
        return flags.unit();
    }
}
