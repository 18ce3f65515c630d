package org.latebind.kbuild;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;

/**
 * Variables on the command line of kbuild. The kernel's top Makefile was evaluated without them, so one that it reads is
 * refused, except where it is known what it does.
 */
final class CommandLineVariables {
    /** What is printed, where something is installed, which programs are run. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("V", "KBUILD_VERBOSE", "W", "C", "CF", "INSTALL_MOD_PATH",
            "INSTALL_MOD_DIR", "INSTALL_MOD_STRIP", "DEPMOD", "KBUILD_MODPOST_WARN", "KBUILD_EXTRA_SYMBOLS",
            "HOSTCC", "CROSS_COMPILE", "MO", "INSTALL_HDR_PATH", "INSTALL_PATH",
            // They name the kernel's release, which was written when it was built.
            "VERSION", "PATCHLEVEL", "SUBLEVEL", "EXTRAVERSION", "NAME");

    private CommandLineVariables() {}

    static void check(BuildMachine machine, Map<String, String> variables, Position at) {
        variables.forEach((name, value) -> {
            if (!WITHOUT_EFFECT.contains(name) && !isSame(machine, name, value) && isRead(machine, name)) {
                throw DiagnosticException.refused(Diagnostic.error("LB1236", at, "'" + name + "=" + value
                        + "' on the command line of the kernel's makefile is not supported"));
            }
        });
    }

    private static boolean isSame(BuildMachine machine, String name, String value) {
        var identity = machine.headers().identity();
        return switch (name) {
            case "KERNELRELEASE" -> value.equals(identity.release());
            case "ARCH", "SRCARCH" -> value.equals(identity.kernelArchitecture()) || value.equals(identity.target());
            case "KCFLAGS", "KCPPFLAGS", "KAFLAGS" -> value.isBlank();
            // The compiler that the kernel was built with is the one that is answered for.
            case "CC" -> value.matches("(\\S*/)?(\\S*-)?gcc(-[0-9.]+)?");
            case "LD" -> value.matches("(\\S*/)?(\\S*-)?ld(\\.bfd)?");
            default -> value.equals(machine.headers().kbuild().variables().get(name));
        };
    }

    private static boolean isRead(BuildMachine machine, String name) {
        var mentions = Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])");
        return machine.headers().kbuild().files().entrySet().stream()
                .filter(file -> isEvaluatedBefore(file.getKey()))
                .anyMatch(file -> mentions.matcher(file.getValue()).find());
    }

    /** Makefiles other than the one that reads a module's own. */
    private static boolean isEvaluatedBefore(String path) {
        return path.equals("Makefile") || path.startsWith("arch/") || path.startsWith("scripts/Makefile.")
                && !path.matches("scripts/Makefile\\.(build|lib|compiler|host|userprogs)");
    }
}
