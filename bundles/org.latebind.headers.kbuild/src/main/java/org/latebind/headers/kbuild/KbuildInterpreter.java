package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderInterpreter;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelFiles;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.SectionRule;
import org.latebind.headers.api.TreePath;
import org.latebind.headers.api.VmlinuxFacts;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;

/**
 * Makes header data of a kbuild tree.
 *
 * <pre>
 * linux-headers-6.1.0-50-amd64/{Module.symvers,include/config/auto.conf,include/generated/...}
 * linux-headers-6.1.0-50-common/{Makefile,include/linux/...}
 *   --> headers by path, include path, config, symbols, section rules, settings
 * </pre>
 */
@Component
public final class KbuildInterpreter implements HeaderInterpreter {
    private static final String AUTOCONF = "include/generated/autoconf.h";
    private static final Pattern STRING_MACRO = Pattern.compile("(?m)^#define\\s+(\\w+)\\s+\"([^\"]*)\"");

    @Override
    public KernelFiles locate(FileTree tree) {
        return new KernelFiles(tree, BuildTree.locate(tree).kernelArchitecture(), this);
    }

    @Override
    public KernelHeaders interpret(KernelFiles files, TargetDescription target, DiagnosticSink diagnostics) {
        var tree = BuildTree.locate(files.tree());
        var release = stringMacro(tree, "include/generated/utsrelease.h", "UTS_RELEASE")
                .orElseThrow(() -> incomplete("include/generated/utsrelease.h"));
        // kbuild reads auto.conf alone: .config may have been changed since the kernel was built.
        var symbols = ConfigFile.parse(required(tree, "include/config/auto.conf", ".config"));
        ConfigAgreement.check(symbols, required(tree, AUTOCONF));
        Refusals.check(symbols, diagnostics);
        var kbuild = KbuildFlags.evaluate(tree.kernelArchitecture(), symbols, tree::text);
        var facts = new KernelFacts(tree, release, symbols, kbuild.flags());
        var answers = new ArrayList<>(target.configAnswers(facts));
        var selection = HeaderSelection.of(tree);
        return new KernelHeaders(
                identity(tree, release, target, symbols),
                kbuild.includePath(),
                answered(CompilerHeaders.added(selection.headers(), kbuild.includePath()), symbols, answers),
                answered(symbols, answers),
                answers,
                SymbolVersions.parse(required(tree, "Module.symvers")),
                sections(tree),
                target.kernelSettings(facts),
                kbuild.flags(),
                new Kbuild(TreePath.name(tree.source()), TreePath.name(tree.object()), kbuild.exports(),
                        BuildFiles.of(tree)),
                selection.skipped());
    }

    private static KernelIdentity identity(
            BuildTree tree, String release, TargetDescription target, SortedMap<String, String> symbols) {
        var packageId = stringMacro(tree, "include/generated/package.h", "LINUX_PACKAGE_ID").map(String::strip);
        var packages = Packages.of(tree, packageId);
        var vmlinux = tree.files().read(TreePath.child(tree.object(), "vmlinux"))
                .map(VmlinuxFacts::of).orElse(VmlinuxFacts.NONE);
        return new KernelIdentity(release, flavor(tree, release), tree.kernelArchitecture(), target.names().arch(),
                packages, packageId, symbols.getOrDefault("CONFIG_CC_VERSION_TEXT", ""),
                vmlinux.buildId(), vmlinux.btfDigest());
    }

    /** What the object folder's name has beyond the source folder's: {@code rt-amd64}. */
    private static String flavor(BuildTree tree, String release) {
        var common = TreePath.name(tree.source()).replaceFirst("^linux-headers-", "").replaceFirst("-common(-rt)?$", "");
        return release.startsWith(common + "-") ? release.substring(common.length() + 1) : "";
    }

    private static SortedMap<String, String> answered(SortedMap<String, String> symbols, List<ConfigAnswer> answers) {
        var result = new TreeMap<>(symbols);
        for (var answer : answers) {
            var name = "CONFIG_" + answer.option();
            answer.value().ifPresentOrElse(value -> result.put(name, value), () -> result.remove(name));
        }
        return result;
    }

    /** The headers with the answers in {@code autoconf.h}; its lines keep their numbers. */
    private static SortedMap<String, Supplier<byte[]>> answered(
            SortedMap<String, Supplier<byte[]>> headers, SortedMap<String, String> symbols, List<ConfigAnswer> answers) {
        var original = headers.get(AUTOCONF);
        if (original == null) {
            throw incomplete(AUTOCONF);
        }
        var result = new TreeMap<>(headers);
        result.put(AUTOCONF, () -> AnsweredAutoconf.rewrite(original.get(), symbols, answers));
        return result;
    }

    /** Trees since 5.11 have the preprocessed script; it is in {@code arch} in Debian's packages. */
    private static List<SectionRule> sections(BuildTree tree) {
        return ModuleScript.parse(required(tree, "arch/" + tree.kernelArchitecture() + "/module.lds",
                "scripts/module.lds"));
    }

    private static String required(BuildTree tree, String... paths) {
        for (var path : paths) {
            var text = tree.generated(path);
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw incomplete(String.join(" or ", paths));
    }

    private static DiagnosticException incomplete(String what) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB5006", "the kernel build tree is not complete: " + what + " is missing"));
    }

    static Optional<String> stringMacro(BuildTree tree, String path, String name) {
        var matcher = STRING_MACRO.matcher(tree.generated(path).orElse(""));
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Optional.of(matcher.group(2));
            }
        }
        return Optional.empty();
    }
}
