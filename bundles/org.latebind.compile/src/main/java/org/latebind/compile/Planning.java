package org.latebind.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.command.api.CompileRequest;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;

/** Makes the plan from what the command was given: a folder with a build file, or C files. */
final class Planning {
    /** Refusals of what only a kernel decides, or only its kbuild understands. */
    private static final Set<String> LEFT_TO_A_LINK = Set.of("LB1201", "LB1203", "LB1225");

    private final CompileRequest request;

    Planning(CompileRequest request) {
        this.request = request;
    }

    Sources plan() {
        request.inputs().forEach(Planning::requireReadable);
        return request.inputs().size() == 1 && Files.isDirectory(request.inputs().getFirst())
                ? planFolder(request.inputs().getFirst())
                : planFiles();
    }

    private static void requireReadable(Path input) {
        if (!Files.isReadable(input)) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1001", (Files.exists(input) ? "cannot read '" : "there is no file '") + input + "'"));
        }
    }

    private Sources planFolder(Path folder) {
        var name = List.of("Kbuild", "Makefile").stream()
                .filter(each -> Files.isRegularFile(folder.resolve(each))).findFirst()
                .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error("LB1204",
                                "'" + folder.getFileName() + "' has neither a Kbuild file nor a Makefile")
                        .withHelp("name the C files instead")));
        return isExtended() ? listed(folder, renamed(modules(folder, name))) : planPackage(folder, name);
    }

    /** Whether the command line says itself how the module is built, besides its makefile. */
    private boolean isExtended() {
        return request.moduleName().isPresent() || !request.includeFolders().isEmpty()
                || !request.definitions().isEmpty();
    }

    private List<ModulePlan> modules(Path folder, String makefile) {
        return ModuleMakefile.modules(folder, makefile, Planning::read).stream()
                .map(m -> new ModulePlan(m.name(), m.units().stream().map(u -> extended(u, folder)).toList()))
                .toList();
    }

    private static Sources listed(Path root, List<ModulePlan> modules) {
        return new Sources(root, new BuildDescription.Listed(modules),
                modules.stream().flatMap(module -> module.units().stream()).toList(), true);
    }

    /** What a link will evaluate; where every kernel builds the same, its units are known now. */
    private Sources planPackage(Path folder, String makefile) {
        var files = PackageFolder.read(folder);
        var build = files.description(folder.getFileName().toString());
        try {
            return new Sources(folder, build, listed(folder, modules(folder, makefile)).units(), true);
        } catch (DiagnosticException refused) {
            if (!LEFT_TO_A_LINK.contains(refused.diagnostic().code())) {
                throw refused;
            }
            var macros = files.macros().stream().map(name -> new MacroOption(name, Optional.of("1"))).toList();
            return new Sources(folder, build, files.units().stream()
                    .map(source -> new UnitPlan(source.substring(0, source.length() - 2), source, List.of(), macros))
                    .toList(), false);
        }
    }

    private List<ModulePlan> renamed(List<ModulePlan> modules) {
        if (request.moduleName().isEmpty()) {
            return modules;
        }
        if (modules.size() > 1) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1205", "--name is for one module, and the build file has " + modules.size()));
        }
        return List.of(new ModulePlan(moduleName(request.moduleName().get()), modules.getFirst().units()));
    }

    private Sources planFiles() {
        for (var input : request.inputs()) {
            if (Files.isDirectory(input) || !input.toString().endsWith(".c")) {
                throw DiagnosticException.badInput(Diagnostic.error(
                                "LB1206", "'" + input.getFileName() + "' is not a C file")
                        .withHelp("give C files, or one folder with a Kbuild or Makefile"));
            }
        }
        var root = commonRoot();
        var units = request.inputs().stream()
                .map(input -> relative(root, input))
                .map(source -> new UnitPlan(source.replaceFirst("\\.c$", ""), source, List.of(), List.of()))
                .map(unit -> extended(unit, root))
                .toList();
        return listed(root, List.of(new ModulePlan(name(units), units)));
    }

    private String name(List<UnitPlan> units) {
        if (request.moduleName().isPresent()) {
            return moduleName(request.moduleName().get());
        }
        if (units.size() > 1) {
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB1207", "a module of several C files needs a name")
                    .withHelp("add --name NAME"));
        }
        var object = units.getFirst().object();
        return moduleName(object.substring(object.lastIndexOf('/') + 1));
    }

    private static String moduleName(String given) {
        if (!given.matches("[A-Za-z0-9_,-]+")) {
            throw DiagnosticException.badInput(Diagnostic.error("LB1211", "'" + given + "' cannot be a module's name")
                    .withHelp("letters, digits, '-' and '_' can"));
        }
        return given;
    }

    /** With the command line's folders and macros after the build file's. */
    private UnitPlan extended(UnitPlan unit, Path root) {
        var folders = new ArrayList<>(unit.includeFolders());
        request.includeFolders().forEach(folder -> folders.add(relative(root, folder)));
        if (!folders.contains(".")) {
            folders.add("."); // kbuild's own -I$(src), which it adds where objects lie apart from sources.
        }
        var macros = new ArrayList<>(unit.macros());
        request.definitions().forEach(d -> macros.add(new MacroOption(d.name(), Optional.of(d.value()))));
        return new UnitPlan(unit.object(), unit.source(), folders, macros);
    }

    private Path commonRoot() {
        var root = request.inputs().getFirst().getParent();
        for (var input : request.inputs()) {
            root = common(root, input.getParent());
        }
        for (var folder : request.includeFolders()) {
            root = common(root, folder);
        }
        return root;
    }

    private static Path common(Path left, Path right) {
        var candidate = left;
        while (!right.startsWith(candidate)) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    private static String relative(Path root, Path path) {
        if (!path.normalize().startsWith(root)) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1208", "'" + path + "' lies outside the module's folder '" + root + "'"));
        }
        var text = root.relativize(path.normalize()).toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1001", "cannot read '" + file.getFileName() + "': " + e.getMessage()));
        }
    }
}
