package org.latebind.dkms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.shell.Decider;
import org.latebind.shell.Dialect;
import org.latebind.shell.Shell;
import org.latebind.shell.ShellHost;
import org.latebind.shell.ShellLimits;
import org.latebind.shell.ShellResult;
import org.latebind.shell.ShellVariable;
import org.latebind.shell.Unknowns;

/** One reading of a {@code dkms.conf}. */
final class Conf {
    /** Directives that dkms 3.2 knows; others it drops. */
    private static final List<String> DIRECTIVES = List.of("PACKAGE_NAME", "PACKAGE_VERSION", "POST_ADD", "POST_BUILD",
            "POST_INSTALL", "POST_REMOVE", "PRE_BUILD", "PRE_INSTALL", "BUILD_DEPENDS", "BUILD_EXCLUSIVE_ARCH",
            "BUILD_EXCLUSIVE_CONFIG", "BUILD_EXCLUSIVE_KERNEL", "BUILD_EXCLUSIVE_KERNEL_MIN",
            "BUILD_EXCLUSIVE_KERNEL_MAX", "OBSOLETE_BY", "MAKE", "MAKE_MATCH", "PATCH", "PATCH_MATCH",
            "BUILT_MODULE_NAME", "BUILT_MODULE_LOCATION", "DEST_MODULE_NAME", "DEST_MODULE_LOCATION", "STRIP",
            "AUTOINSTALL", "NO_WEAK_MODULES", "BUILD_DEPENDS_REBUILD", "CLEAN", "REMAKE_INITRD", "MODULES_CONF",
            "MODULES_CONF_OBSOLETES", "MODULES_CONF_ALIAS_TYPE", "MODULES_CONF_OBSOLETE_ONLY", "build_exclude");
    /** Variables of dkms's own that a file could set behind its back. */
    private static final List<String> INNER = List.of("patch_array", "built_module_name",
            "built_module_location", "dest_module_name", "dest_module_location", "strip");
    private static final List<String> STATED = List.of("POST_ADD", "POST_BUILD", "POST_INSTALL", "POST_REMOVE",
            "PRE_INSTALL", "REMAKE_INITRD", "NO_WEAK_MODULES", "BUILD_DEPENDS_REBUILD", "MODPROBE_ON_INSTALL");

    /** The name and version under which dkms has the package. */
    record Names(String name, String version) {}

    private final Position start;
    private final String text;
    private final ShellHost host;
    private final Unknowns unknowns;
    private final DkmsKernel kernel;
    private final Decider decider;
    private final Optional<Names> names;
    /** What dkms read back. */
    private final Shell shell;
    private final Map<String, String> others = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Conf(Position start, String text, ShellHost host, Unknowns unknowns, DkmsKernel kernel, Decider decider,
            Optional<Names> names) {
        this.start = start;
        this.text = text;
        this.host = host;
        this.unknowns = unknowns;
        this.kernel = kernel;
        this.decider = decider;
        this.names = names;
        this.shell = source();
    }

    private Shell shell() {
        var fresh = new Shell(host, Dialect.BASH, ShellLimits.DEFAULT, unknowns, decider);
        DIRECTIVES.forEach(fresh::unset);
        INNER.forEach(fresh::unset);
        var variables = new LinkedHashMap<String, String>();
        variables.put("kernelver", kernel.release());
        variables.put("arch", kernel.architecture());
        variables.put("kernel_source_dir", kernel.sourceFolder());
        variables.put("install_tree", kernel.installFolder());
        variables.put("dkms_tree", kernel.tree());
        variables.put("source_tree", kernel.sourceTree());
        variables.put("tmp_location", "/tmp");
        variables.put("module", names.map(Names::name).orElse(""));
        variables.put("module_version", names.map(Names::version).orElse(""));
        variables.put("CR", "\r");
        variables.forEach(fresh::set);
        return fresh;
    }

    /** Runs the file, and reads what dkms would print of it. */
    private Shell source() {
        var first = shell();
        run(first, text, start);
        var printed = new StringBuilder();
        for (var name : DIRECTIVES) {
            var variable = first.variable(name);
            for (var element : variable.map(ShellVariable::elements).orElseGet(TreeMap::new).entrySet()) {
                int index = element.getKey();
                var stripped = element.getValue().endsWith("\r") ? "%$CR" : "";
                // Without quotes: runs of white space become one blank. CR is what a text file of another system has.
                printed.append(run(first, "set -f; echo \"" + name + "[" + index + "]=\"\\\"${" + name + "[" + index
                        + "]" + stripped + "}\\\"", start).output());
            }
        }
        for (var name : INNER) {
            if (first.variable(name).isPresent()) {
                throw refused("LB1250", "dkms.conf sets '" + name + "', which is dkms's own");
            }
        }
        first.variables().forEach((name, value) -> {
            if (name.equals("MODPROBE_ON_INSTALL")) {
                others.put(name, value.text());
            }
            if (name.startsWith("DKMS_DIRECTIVE")) {
                throw refused("LB1250", "dkms.conf sets '" + name + "', which is not supported");
            }
        });
        if (!first.written().isEmpty()) {
            throw refused("LB1250", "dkms.conf writes files");
        }
        var second = shell();
        run(second, printed.toString(), start);
        return second;
    }

    private ShellResult.Known run(Shell in, String script, Position at) {
        return switch (in.run(script, at)) {
            case ShellResult.Known known -> known;
            case ShellResult.Undecided(var reason) -> throw DiagnosticException.refused(Diagnostic.error("LB1251",
                    reason.at(), "what dkms.conf says is not decided: " + reason.what()));
            case ShellResult.Refused(var diagnostic) -> throw DiagnosticException.refused(diagnostic);
        };
    }

    private DiagnosticException refused(String code, String what) {
        return DiagnosticException.refused(Diagnostic.error(code, start, what));
    }

    /** Whether a command in bash succeeds; {@code dkms.conf}'s variables and a few more are there. */
    private boolean holds(String script, String... variables) {
        for (int i = 0; i < variables.length; i += 2) {
            shell.set(variables[i], variables[i + 1]);
        }
        return run(shell, script, start).status() == 0;
    }

    Names names() {
        return new Names(text("PACKAGE_NAME"), text("PACKAGE_VERSION"));
    }

    private String text(String name) {
        return shell.variable(name).map(ShellVariable::text).orElse("");
    }

    private Map<Integer, String> elements(String name) {
        return shell.variable(name).map(ShellVariable::elements).orElseGet(TreeMap::new);
    }

    private String element(String name, int index) {
        return elements(name).getOrDefault(index, "");
    }

    private Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    DkmsPackage read() {
        var own = names();
        if (own.name().isEmpty()) {
            errors.add("No 'PACKAGE_NAME' directive specified.");
        }
        if (own.version().isEmpty()) {
            errors.add("No 'PACKAGE_VERSION' directive specified.");
        }
        var modules = modules();
        var make = make();
        var patches = patches();
        var verdict = verdict();
        boolean autoInstall = yes("AUTOINSTALL");
        yes("BUILD_DEPENDS_REBUILD");
        yes("NO_WEAK_MODULES");
        duplicates(modules);
        if (!errors.isEmpty()) {
            throw refused("LB1250", "dkms.conf: " + String.join(" ", errors));
        }
        var stated = new TreeMap<>(others);
        STATED.forEach(name -> optional(name).ifPresent(value -> stated.put(name, value)));
        return new DkmsPackage(own.name(), own.version(), modules, make, patches, optional("PRE_BUILD"), verdict,
                List.copyOf(elements("BUILD_DEPENDS").values()), autoInstall, optional("OBSOLETE_BY"), stated, warnings);
    }

    /** As dkms has it: empty and {@code no} are no, and another value is an error. */
    private boolean yes(String name) {
        var value = text(name);
        if (!value.isEmpty() && !Set.of("yes", "no").contains(value.toLowerCase(java.util.Locale.ROOT))) {
            errors.add("Unsupported " + name + " value '" + value + "'");
        }
        return value.equalsIgnoreCase("yes");
    }

    // Modules

    private List<DkmsModule> modules() {
        int count = 0;
        for (var name : List.of("BUILT_MODULE_NAME", "BUILT_MODULE_LOCATION", "DEST_MODULE_NAME", "DEST_MODULE_LOCATION")) {
            for (int index : elements(name).keySet()) {
                count = Math.max(count, index + 1);
            }
        }
        if (count == 0) {
            warnings.add("Zero modules specified.");
        }
        var modules = new ArrayList<DkmsModule>();
        var strips = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            strips.add(strip(i, strips.isEmpty() ? "" : strips.getFirst()));
            modules.add(module(i, count, strips.getLast()));
        }
        return modules;
    }

    private String strip(int index, String first) {
        var value = element("STRIP", index);
        if (value.matches("(?s)[nN].*")) {
            return "no";
        }
        if (value.matches("(?s)[yY].*")) {
            return "yes";
        }
        return value.isEmpty() ? first.isEmpty() ? "yes" : first : "";
    }

    private DkmsModule module(int index, int count, String strip) {
        var built = element("BUILT_MODULE_NAME", index);
        if (built.isEmpty() && count == 1) {
            built = text("PACKAGE_NAME");
        }
        var destination = element("DEST_MODULE_NAME", index);
        if (destination.isEmpty()) {
            destination = built;
        }
        var location = element("BUILT_MODULE_LOCATION", index);
        if (!location.isEmpty() && !location.endsWith("/")) {
            location += "/";
        }
        if (built.isEmpty()) {
            errors.add("No 'BUILT_MODULE_NAME' directive specified for record #" + index + ".");
        }
        if (built.endsWith(".o") || built.endsWith(".ko")) {
            errors.add("'BUILT_MODULE_NAME' directive ends in '.o' or '.ko' in record #" + index + ".");
        }
        if (destination.endsWith(".o") || destination.endsWith(".ko")) {
            errors.add("'DEST_MODULE_NAME' directive ends in '.o' or '.ko' in record #" + index + ".");
        }
        var installed = element("DEST_MODULE_LOCATION", index);
        if (installed.isEmpty()) {
            errors.add("No 'DEST_MODULE_LOCATION' directive specified for record #" + index + ".");
        } else if (!installed.matches("(?s)/(kernel|updates|extra).*")) {
            errors.add("Directive 'DEST_MODULE_LOCATION' does not begin with '/kernel', '/updates', or '/extra' "
                    + "in record #" + index + ".");
        }
        return new DkmsModule(built, location, destination, installed, !strip.equals("no"));
    }

    private void duplicates(List<DkmsModule> modules) {
        var built = new ArrayList<String>();
        var installed = new ArrayList<String>();
        for (int i = 0; i < modules.size(); i++) {
            var module = modules.get(i);
            var path = module.builtLocation() + module.builtName();
            if (built.contains(path)) {
                errors.add("Duplicate module '" + path + "' in 'BUILT_MODULE_NAME[" + i + "]'.");
            }
            if (installed.contains(module.destinationName())) {
                errors.add("Duplicate module '" + module.destinationName() + "' in 'DEST_MODULE_NAME[" + i + "]'.");
            }
            built.add(path);
            installed.add(module.destinationName());
        }
    }

    // What depends on the kernel

    private static final String MATCH = "[[ $kernelver =~ $expression ]]";

    private boolean matches(String expression) {
        return holds(MATCH, "expression", expression);
    }

    private String make() {
        var command = element("MAKE_MATCH", 0).isEmpty() ? element("MAKE", 0) : "";
        for (int i = 0; i < elements("MAKE").size(); i++) {
            var match = element("MAKE_MATCH", i);
            if (!element("MAKE", i).isEmpty() && !match.isEmpty() && matches(match)) {
                command = element("MAKE", i);
            }
        }
        if (command.isEmpty()) {
            command = "make -C " + kernel.sourceFolder() + " M="
                    + kernel.buildFolder(names.map(Names::name).orElse(""), names.map(Names::version).orElse(""));
        }
        // dkms asks a vmlinux in the kernel's folder first, which says the same. Which compiler made a kernel decides no module, patch or source: it is not asked for all kernels.
        if (decider == Decider.NONE && hasConfig() && holds("grep -q CONFIG_CC_IS_CLANG=y \"$kernel_config\"")) {
            command += " LLVM=1";
        }
        return command.startsWith("make")
                ? "make -j1 KERNELRELEASE=" + kernel.release() + command.substring("make".length()) : command;
    }

    /** Whether there is a configuration; auto.conf is taken before .config. */
    private boolean hasConfig() {
        boolean auto = holds("[[ -e $kernel_source_dir/include/config/auto.conf ]]");
        shell.set("kernel_config", kernel.sourceFolder() + (auto ? "/include/config/auto.conf" : "/.config"));
        return auto || holds("[[ -e $kernel_config ]]");
    }

    private List<String> patches() {
        var patches = new ArrayList<String>();
        for (int i = 0; i < elements("PATCH").size(); i++) {
            var patch = element("PATCH", i);
            var match = element("PATCH_MATCH", i);
            if (!patch.isEmpty() && (match.isEmpty() || matches(match))) {
                if (("patches/" + patch).contains("/../")) {
                    throw refused("LB1250", "patch '" + patch + "' of dkms.conf has a '..' in its path");
                }
                patches.add(patch);
            }
        }
        return patches;
    }

    private DkmsVerdict verdict() {
        var reasons = new ArrayList<String>();
        if (!text("build_exclude").isEmpty()) {
            reasons.add("dkms.conf sets build_exclude");
        }
        var kernels = text("BUILD_EXCLUSIVE_KERNEL");
        if (!kernels.isEmpty() && !matches(kernels)) {
            reasons.add("BUILD_EXCLUSIVE_KERNEL is '" + kernels + "'");
        }
        var least = text("BUILD_EXCLUSIVE_KERNEL_MIN");
        if (!least.isEmpty() && holds(compare("<"), "limit", least)) {
            reasons.add("BUILD_EXCLUSIVE_KERNEL_MIN is '" + least + "'");
        }
        var obsolete = text("OBSOLETE_BY");
        var most = optional("BUILD_EXCLUSIVE_KERNEL_MAX").orElse(obsolete);
        if (!most.isEmpty() && holds(compare(">"), "limit", most)) {
            reasons.add((most.equals(obsolete) ? "OBSOLETE_BY" : "BUILD_EXCLUSIVE_KERNEL_MAX") + " is '" + most + "'");
        }
        var architectures = text("BUILD_EXCLUSIVE_ARCH");
        if (!architectures.isEmpty() && !holds("[[ $arch =~ $expression ]]", "expression", architectures)) {
            reasons.add("BUILD_EXCLUSIVE_ARCH is '" + architectures + "'");
        }
        var options = text("BUILD_EXCLUSIVE_CONFIG");
        if (!options.isEmpty() && hasConfig()) {
            for (var option : options.strip().split("[ \t\n]+")) {
                boolean negated = option.startsWith("!");
                if (holds("grep -q \"^$option=[ym]\" \"$kernel_config\"", "option", negated ? option.substring(1) : option)
                        == negated) {
                    reasons.add("BUILD_EXCLUSIVE_CONFIG has '" + option + "'");
                }
            }
        }
        return reasons.isEmpty() ? new DkmsVerdict.Builds() : new DkmsVerdict.Excluded(reasons);
    }

    /** dkms compares versions as texts whose numbers have three digits or more. */
    private static String compare(String operator) {
        var pad = " | sed -e 's/[^0-9]/ & /g' -e 's/.*/ & /' -e 's/ \\([0-9]\\) / 00\\1 /g'"
                + " -e 's/ \\([0-9][0-9]\\) / 0\\1 /g' -e 's/ //g'";
        return "[[ \"$(echo \"$kernelver\"" + pad + ")\" " + operator + " \"$(echo \"$limit\"" + pad + ")\" ]]";
    }
}
