package org.latebind.kbuild;

import java.util.List;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.dkms.DkmsKernel;
import org.latebind.dkms.DkmsPackage;
import org.latebind.dkms.DkmsReader;
import org.latebind.dkms.DkmsVerdict;
import org.latebind.shell.Dialect;
import org.latebind.shell.Unknowns;

/** A package that dkms builds: what {@code dkms.conf} says for this kernel. */
final class DkmsBuild {
    private final BuildMachine machine;
    private final SourceFile file;
    private final String text;

    DkmsBuild(BuildMachine machine, SourceFile file, String text) {
        this.machine = machine;
        this.file = file;
        this.text = text;
    }

    /** The calls of kbuild that its command comes to. */
    List<Invocation> invocations() {
        var start = new Position(file, 1, 1);
        var identity = machine.headers().identity();
        var kernel = DkmsKernel.of(identity.release(), identity.target());
        var conf = new DkmsReader(file, text, new MachineShell(machine, "/", new TreeMap<>()), new Unknowns(), kernel)
                .read();
        if (conf.verdict() instanceof DkmsVerdict.Excluded(var reasons)) {
            throw DiagnosticException.refused(Diagnostic.error("LB1237", start,
                    "dkms.conf excludes this kernel: " + String.join("; ", reasons)));
        }
        refuseWhatIsNotRun(conf, start);
        var folder = kernel.buildFolder(conf.name(), conf.version());
        machine.linkPackage(folder);
        var make = new PackageMake(machine);
        make.follow(conf.make(), Dialect.BASH, folder, new TreeMap<>(), start);
        if (make.invocations().isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error("LB1236", start,
                    "the build command of dkms.conf does not call the kernel's makefile: " + conf.make()));
        }
        return make.invocations();
    }

    private static void refuseWhatIsNotRun(DkmsPackage conf, Position at) {
        conf.preBuild().ifPresent(command -> {
            throw DiagnosticException.refused(Diagnostic.error("LB1238", at,
                    "dkms.conf has a command that is run before the build, which is not run here: " + command));
        });
        if (!conf.patches().isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error("LB1238", at,
                    "dkms.conf has a patch for this kernel, which is not applied: " + conf.patches().getFirst()));
        }
    }
}
