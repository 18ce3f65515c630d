package org.latebind.cli;

import java.nio.file.Path;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** Finds out that somebody named the kernel before the module. */
final class Swapped {
    private Swapped() {}

    static void check(Path module, Path kernel, String command) {
        if (Toolbox.extension(module).equals("khd") && Toolbox.extension(kernel).equals("dko")) {
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB9045", "the arguments are swapped: the deferred module comes before the kernel")
                    .withHelp("latebind " + command + " " + kernel + " " + module));
        }
    }
}
