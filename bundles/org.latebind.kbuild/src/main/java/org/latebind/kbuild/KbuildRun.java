package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.Kbuild;
import org.latebind.ir.api.ModulePlan;

/**
 * One run of kbuild over a folder and those below that it descends into: the kernel's own {@code
 * scripts/Makefile.build}, evaluated once for each folder.
 */
final class KbuildRun {
    private static final int DEEPEST = 64;

    private final BuildMachine machine;
    private final Invocation invocation;
    private final UsualObject usual;
    private final List<ModulePlan> modules = new ArrayList<>();

    /** @param usual an object whose makefile says nothing of flags */
    KbuildRun(BuildMachine machine, Invocation invocation, UsualObject usual) {
        this.machine = machine;
        this.invocation = invocation;
        this.usual = usual;
    }

    /** The modules of the folder, in the order of {@code modules.order}. */
    List<ModulePlan> modules() {
        add(folder(machine, invocation), 0);
        return List.copyOf(modules);
    }

    /** That no module is built. */
    Diagnostic nothing() {
        return Diagnostic.error("LB1231", folder(machine, invocation).place("obj-m"),
                "no module is built for this kernel: 'obj-m' is empty");
    }

    /** The folder that is named on the command line, evaluated. */
    static KbuildFolder folder(BuildMachine machine, Invocation invocation) {
        var paths = KbuildPaths.of(machine, invocation.folder());
        var commandLine = new TreeMap<>(invocation.variables());
        commandLine.put("M", invocation.folder());
        return new KbuildFolder(machine, paths, start(machine, invocation), commandLine, paths.objects(), true, true);
    }

    /** The environment of the first {@code Makefile.build}. */
    private static SortedMap<String, String> start(BuildMachine machine, Invocation invocation) {
        var environment = new TreeMap<>(invocation.environment());
        machine.headers().kbuild().variables().forEach((name, value) -> environment.put(name, value
                .replace(Kbuild.SOURCE, machine.sourceFolder()).replace(Kbuild.OBJECT, machine.objectFolder())
                .replace(Kbuild.MODULE, invocation.folder())));
        // What the top Makefile exports before it starts itself a second time, which is when the others are evaluated.
        environment.put("KBUILD_EXTMOD", invocation.folder());
        environment.put("KBUILD_VERBOSE", "0");
        environment.put("quiet", "quiet_");
        environment.put("Q", "@");
        environment.put("srctree", machine.sourceFolder());
        environment.put("objtree", machine.objectFolder());
        environment.put("abs_srctree", machine.sourceFolder());
        environment.put("abs_objtree", machine.objectFolder());
        KbuildPaths.of(machine, invocation.folder()).setIn(environment);
        return environment;
    }

    private void add(KbuildFolder folder, int depth) {
        if (depth > DEEPEST) {
            throw DiagnosticException.refused(Diagnostic.error("LB1231", Position.NONE,
                    "folders that build folders are nested more than " + DEEPEST + " deep"));
        }
        for (var entry : folder.order()) {
            switch (entry) {
                case KbuildFolder.Entry.Module module -> modules.add(new ModuleObjects(folder, machine, usual)
                        .plan(module));
                case KbuildFolder.Entry.Folder below -> add(folder.below(below), depth + 1);
            }
        }
    }
}
