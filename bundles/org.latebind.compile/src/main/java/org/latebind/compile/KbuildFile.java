package org.latebind.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;

/**
 * Reads what a Kbuild or Makefile says about modules (Documentation/kbuild/makefiles.rst) without
 * running anything.
 *
 * <pre>
 * obj-m := drv.o            module drv
 * drv-y := main.o io.o      of two units
 * ccflags-y += -DX -Iinc    with these flags
 * </pre>
 *
 * <p>Rules and commands are skipped. What cannot be known without a shell or a kernel is refused
 * only where it takes part in the above.
 */
final class KbuildFile {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+|override\\s+)?([^\\s:#=?+]+)\\s*(\\+=|:=|::=|\\?=|=)\\s*(.*)");
    private static final Pattern EQUALITY =
            Pattern.compile("(ifeq|ifneq)\\s*(?:\\((.*),(.*)\\)|\"(.*)\"\\s+\"(.*)\"|'(.*)'\\s+'(.*)')\\s*");

    /** Whether lines are read: TRUE, FALSE, or not decided without a kernel. */
    private enum Truth { TRUE, FALSE, UNDECIDED }

    /** An open conditional: this branch's truth, and whether an earlier one was taken. */
    private record Level(Truth now, Truth before) {}

    private final SourceFile file;
    private final MakeVariables variables = new MakeVariables();
    private final Deque<Level> levels = new ArrayDeque<>();

    private KbuildFile(String name) {
        this.file = new SourceFile(name, Origin.MODULE);
    }

    /**
     * The modules that a file builds.
     *
     * @throws DiagnosticException where there are none, or where they cannot be known
     */
    static List<ModulePlan> modules(String name, String text) {
        var kbuild = new KbuildFile(name);
        kbuild.read(text);
        try {
            return kbuild.plan();
        } catch (MakeVariables.Unknowable e) {
            throw DiagnosticException.refused(Diagnostic.error("LB1201", e.at(), e.getMessage())
                    .withHelp("name the C files on the command line instead, with --name, -I and -D"));
        }
    }

    private void read(String text) {
        var logical = new StringBuilder();
        int lineNumber = 0;
        int first = 1;
        for (var line : text.split("\n", -1)) {
            lineNumber++;
            if (logical.isEmpty()) {
                first = lineNumber;
            }
            if (line.endsWith("\\")) {
                logical.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            readLine(logical.append(line).toString(), new Position(file, first, 1));
            logical.setLength(0);
        }
    }

    private void readLine(String line, Position at) {
        if (line.startsWith("\t")) {
            return;
        }
        var bare = withoutComment(line).strip();
        var word = bare.split("[\\s(]", 2)[0];
        switch (word) {
            case "ifeq", "ifneq", "ifdef", "ifndef" -> levels.push(new Level(condition(bare, word, at), Truth.FALSE));
            case "else" -> otherwise(bare.substring(4).strip(), at);
            case "endif" -> levels.poll();
            default -> assignment(bare, at);
        }
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 || hash > 0 && line.charAt(hash - 1) == '\\' ? line : line.substring(0, hash);
    }

    private void otherwise(String condition, Position at) {
        var level = levels.poll();
        if (level == null) {
            return;
        }
        var before = level.now() == Truth.TRUE || level.before() == Truth.TRUE
                ? Truth.TRUE
                : level.now() == Truth.UNDECIDED ? Truth.UNDECIDED : level.before();
        var now = condition.isEmpty() ? Truth.TRUE : condition(condition, condition.split("[\\s(]", 2)[0], at);
        var effective = switch (before) {
            case TRUE -> Truth.FALSE;
            case FALSE -> now;
            case UNDECIDED -> now == Truth.FALSE ? Truth.FALSE : Truth.UNDECIDED;
        };
        levels.push(new Level(effective, before));
    }

    private Truth condition(String text, String word, Position at) {
        try {
            if (word.equals("ifdef") || word.equals("ifndef")) {
                var name = variables.expandText(text.substring(word.length()).strip(), at);
                if (name.startsWith("CONFIG_")) {
                    return Truth.UNDECIDED;
                }
                boolean defined = variables.names().contains(name);
                return defined == word.equals("ifdef") ? Truth.TRUE : Truth.FALSE;
            }
            var match = EQUALITY.matcher(text);
            if (!match.matches()) {
                return Truth.UNDECIDED;
            }
            int group = match.group(2) != null ? 2 : match.group(4) != null ? 4 : 6;
            var left = variables.expandText(match.group(group), at).strip();
            var right = variables.expandText(match.group(group + 1), at).strip();
            return left.equals(right) == word.equals("ifeq") ? Truth.TRUE : Truth.FALSE;
        } catch (MakeVariables.Unknowable e) {
            return Truth.UNDECIDED;
        }
    }

    private void assignment(String line, Position at) {
        var match = ASSIGNMENT.matcher(line);
        if (!match.matches() || levels.stream().anyMatch(l -> l.now() == Truth.FALSE)) {
            return;
        }
        boolean undecided = levels.stream().anyMatch(l -> l.now() == Truth.UNDECIDED);
        variables.assign(match.group(1), match.group(2), match.group(3).strip(), at, undecided);
    }

    private List<ModulePlan> plan() throws MakeVariables.Unknowable {
        refuseUndecidedModules();
        var modules = new ArrayList<ModulePlan>();
        for (var object : variables.words("obj-m")) {
            if (object.endsWith("/")) {
                throw new MakeVariables.Unknowable(
                        "'obj-m' names the folder '" + object + "', which is not descended into",
                        new Position(file, 1, 1));
            }
            if (object.endsWith(".o")) {
                modules.add(module(object.substring(0, object.length() - 2)));
            }
        }
        if (modules.isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error(
                            "LB1202", new Position(file, 1, 1), "no module: 'obj-m' is not set")
                    .withHelp("name the C files on the command line instead"));
        }
        return modules;
    }

    private void refuseUndecidedModules() throws MakeVariables.Unknowable {
        for (var name : variables.names()) {
            if (name.startsWith("obj-$")) {
                throw new MakeVariables.Unknowable(
                        "which modules '" + name + "' builds is the kernel's to say", new Position(file, 1, 1));
            }
        }
    }

    private ModulePlan module(String name) throws MakeVariables.Unknowable {
        var objects = new ArrayList<>(variables.words(name + "-objs"));
        objects.addAll(variables.words(name + "-y"));
        objects.addAll(variables.words(name + "-m"));
        var units = new ArrayList<UnitPlan>();
        for (var object : objects.isEmpty() ? List.of(name + ".o") : objects) {
            units.add(unit(object.replaceFirst("^\\./", "").replaceFirst("\\.o$", "")));
        }
        return new ModulePlan(name.substring(name.lastIndexOf('/') + 1), units);
    }

    private UnitPlan unit(String object) throws MakeVariables.Unknowable {
        var flags = new ArrayList<String>();
        for (var variable : List.of(
                "EXTRA_CFLAGS", "ccflags-y", "ccflags-m", "subdir-ccflags-y", "CFLAGS_MODULE", "CFLAGS_" + object + ".o")) {
            flags.addAll(variables.words(variable));
        }
        return new CompilerFlags(flags).apply(object);
    }

    /** The flags of one unit that change what its source means. */
    private record CompilerFlags(List<String> flags) {
        UnitPlan apply(String object) {
            var folders = new ArrayList<String>();
            var macros = new ArrayList<MacroOption>();
            for (int i = 0; i < flags.size(); i++) {
                var flag = flags.get(i);
                if (flag.equals("-I") || flag.equals("-D") || flag.equals("-U") || flag.equals("-include")) {
                    flag += i + 1 < flags.size() ? flags.get(++i) : "";
                }
                if (flag.startsWith("-I")) {
                    folders.add(flag.substring(2).replaceFirst("^\\./(?=.)", ""));
                } else if (flag.startsWith("-D")) {
                    macros.add(macro(unquoted(flag.substring(2))));
                } else if (flag.startsWith("-U")) {
                    macros.add(new MacroOption(flag.substring(2), Optional.empty()));
                } else if (!isHarmless(flag)) {
                    throw DiagnosticException.refused(Diagnostic.error(
                                    "LB1203", "the compiler flag '" + flag + "' of '" + object + "' is not supported")
                            .withHelp("name the C files on the command line instead, with --name, -I and -D"));
                }
            }
            return new UnitPlan(object, object + ".c", folders, macros);
        }

        /** Warnings, optimisation and debugging do not change what the source means. */
        private static boolean isHarmless(String flag) {
            return flag.startsWith("-W") || flag.matches("-O[0-3s]?|-g[0-9]?|-ggdb|-pipe")
                    || flag.matches("-std=gnu(89|99|11|17)");
        }

        private static MacroOption macro(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new MacroOption(text, Optional.of("1"))
                    : new MacroOption(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
        }

        /** One layer of shell quoting. */
        private static String unquoted(String text) {
            var result = new StringBuilder();
            char quote = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                    result.append(text.charAt(++i));
                } else if (quote == 0 && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                } else {
                    result.append(c);
                }
            }
            return result.toString();
        }
    }
}
