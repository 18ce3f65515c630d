package org.latebind.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;
import org.latebind.ir.api.UnitPlan.SearchedFolder;
import org.latebind.make.ShellWords;

/** The flags of one unit that change what its source means. */
final class CompilerFlags {
    private static final Set<String> TAKE_NEXT =
            Set.of("-I", "-D", "-U", "-include", "-iquote", "-isystem", "-idirafter");

    /** Flags of every kernel's Makefile, given once more. */
    private static final Set<String> EVERY_KERNELS = Set.of(
            "-nostdinc", "-fno-strict-aliasing", "-fno-common", "-fno-pie", "-fno-PIE", "-fshort-wchar",
            "-fno-strict-overflow", "-fno-delete-null-pointer-checks", "-fno-asynchronous-unwind-tables");

    private final String object;
    private final List<String> folders = new ArrayList<>();
    private final List<MacroOption> macros = new ArrayList<>();
    private final List<SearchedFolder> otherFolders = new ArrayList<>();
    private final List<String> forcedHeaders = new ArrayList<>();

    CompilerFlags(String object) {
        this.object = object;
    }

    /** Takes what a variable has, as the shell splits it. */
    void add(String text, Position at) {
        ShellWords.firstExpansion(text).ifPresent(character -> {
            throw refused("the character '" + character + "', which the shell acts on, in flags", at);
        });
        var flags = ShellWords.split(text);
        for (int i = 0; i < flags.size(); i++) {
            var flag = flags.get(i);
            take(TAKE_NEXT.contains(flag) && i + 1 < flags.size() ? flag + flags.get(++i) : flag, at);
        }
    }

    private void take(String flag, Position at) {
        if (flag.startsWith("-I")) {
            folders.add(flag.substring(2).replaceFirst("^\\./(?=.)", "").replace(KbuildHost.KERNEL_FOLDER, ""));
        } else if (flag.contains(KbuildHost.KERNEL_FOLDER)) {
            throw refused("the kernel's folder in the compiler flag '"
                    + flag.replace(KbuildHost.KERNEL_FOLDER, "$(srctree)") + "'", at);
        } else if (flag.startsWith("-D")) {
            macros.add(macro(flag.substring(2)));
        } else if (flag.startsWith("-U")) {
            macros.add(new MacroOption(flag.substring(2), Optional.empty()));
        } else if (flag.matches("-(iquote|isystem|idirafter).+")) {
            var option = flag.replaceFirst("^-(iquote|isystem|idirafter).*", "$1");
            otherFolders.add(new SearchedFolder(SearchedFolder.Option.named(option), flag.substring(option.length() + 1).replaceFirst("^\\./(?=.)", "")));
        } else if (flag.startsWith("-include") && flag.length() > 8) {
            forcedHeaders.add(flag.substring(8));
        } else if (flag.equals("-ffreestanding")) {
            macros.add(new MacroOption("__STDC_HOSTED__", Optional.of("0")));
        } else if (!isHarmless(flag)) {
            throw refused("the compiler flag '" + flag + "'", at);
        }
    }

    UnitPlan unit() {
        return new UnitPlan(object, object + ".c", folders, macros, otherFolders, forcedHeaders);
    }

    private DiagnosticException refused(String what, Position at) {
        return DiagnosticException.refused(Diagnostic.error(
                        "LB1203", at, what + " of '" + object + "' is not supported")
                .withHelp("name the C files on the command line instead, with --name, -I and -D"));
    }

    /** Warnings, optimization and debugging do not change what the source means; some flags all kernels pass. */
    private static boolean isHarmless(String flag) {
        return EVERY_KERNELS.contains(flag) || flag.startsWith("-W") || flag.matches("-O[0-3s]?|-g[0-9]?|-ggdb|-pipe")
                || flag.matches("-std=gnu(89|99|11|17)");
    }

    private static MacroOption macro(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new MacroOption(text, Optional.of("1"))
                : new MacroOption(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
    }
}
