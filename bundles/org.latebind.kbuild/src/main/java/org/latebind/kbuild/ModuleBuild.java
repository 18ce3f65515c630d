package org.latebind.kbuild;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.BuildPlan;

/**
 * Evaluates how a package is built for one kernel.
 *
 * <pre>
 * Package (makefiles) + HeaderData (kbuild's makefiles, config) --> modules, objects, flags
 * </pre>
 */
public final class ModuleBuild {
    private ModuleBuild() {}

    /**
     * The modules that this kernel's kbuild would build of a package.
     *
     * @throws DiagnosticException where there are none, or where what is built is not known or not supported
     */
    public static BuildPlan plan(BuildDescription build, HeaderData headers) {
        return switch (build) {
            case BuildDescription.Listed listed -> new BuildPlan(listed.modules());
            case BuildDescription.Package source -> plan(source, headers);
        };
    }

    private static BuildPlan plan(BuildDescription.Package source, HeaderData headers) {
        if (!headers.kbuild().files().containsKey("scripts/Makefile.build")) {
            throw DiagnosticException.refused(Diagnostic.error("LB1235", Position.NONE,
                            "the header data of " + headers.identity().release() + " does not contain its makefiles, by which a package is built")
                    .withHelp("make the header data again with 'latebind ingest' from the kernel's header packages"));
        }
        var machine = new BuildMachine(source, headers);
        var folder = machine.resolve(machine.packageFolder(), source.folder());
        var run = new KbuildRun(machine, Invocation.of(folder), UsualObject.of(headers));
        var modules = run.modules();
        if (modules.isEmpty()) {
            throw DiagnosticException.refused(run.nothing());
        }
        return new BuildPlan(modules);
    }
}
