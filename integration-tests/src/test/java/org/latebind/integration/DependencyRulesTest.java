package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.kit.Distribution;
import org.latebind.kit.Distribution.Bundle;
import org.latebind.kit.Distribution.Kind;

/** The rules of ARCHITECTURE.md over the manifests and sources that the build is made of. */
class DependencyRulesTest {
    /**
     * Spellings by which an architecture is known. {@code riscv} and the rest stand here before their
     * bundles do, so that nobody names them first.
     */
    private static final Pattern ARCHITECTURE =
            Pattern.compile("(?i)\\b(x86(_64|-64)?|amd64|i[3-6]86|aarch64|arm64|riscv(32|64)?|s390x?|ppc64(le)?)\\b");

    /** Where a host's, not a target's, architecture is meant, with the reason. */
    private static final List<String> HOST_NOT_TARGET = List.of(
            // Boots the kernels of the demonstration, in the virtual machine of that architecture.
            "org.latebind.demo");

    static Stream<Bundle> all() {
        return Distribution.bundles().stream();
    }

    /** What others may import: contracts and libraries. */
    static Stream<Bundle> exporters() {
        return all().filter(bundle -> bundle.kind() != Kind.PROVIDER);
    }

    static Stream<Bundle> providers() {
        return all().filter(bundle -> bundle.kind() == Kind.PROVIDER);
    }

    @Test
    void everyBundleFolderIsInTheDistribution() throws IOException {
        var inDistribution = all().map(Bundle::name).collect(Collectors.toCollection(TreeSet::new));
        try (var folders = Files.list(Distribution.ROOT.resolve("bundles"))) {
            var inTree = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(inTree, inDistribution);
        }
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void anApiOrLibraryExportsItsOwnPackageWithAVersion(Bundle bundle) {
        assertEquals(List.of(bundle.name()), bundle.packages("Export-Package"));
        var export = bundle.header("Export-Package");
        assertTrue(Pattern.compile("version=\"\\d+\\.\\d+\\.\\d+\"").matcher(export).find(), export);
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void anApiOrLibraryHasNoComponents(Bundle bundle) {
        assertEquals("", bundle.header("Service-Component"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aProviderHasAComponent(Bundle provider) {
        assertFalse(provider.header("Service-Component").isEmpty(), "a bundle that provides nothing");
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyApisAndLibrariesAreImported(Bundle bundle) {
        var exported = exporters().map(Bundle::name).collect(Collectors.toSet());
        var others = bundle.packages("Import-Package").stream()
                .filter(name -> name.startsWith("org.latebind."))
                .filter(name -> !exported.contains(name))
                .toList();
        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyTheLlvmBundleKnowsThePresets(Bundle bundle) throws IOException {
        if (bundle.name().equals("org.latebind.llvm")) {
            return;
        }
        assertTrue(bundle.packages("Import-Package").stream().noneMatch(name -> name.startsWith("org.bytedeco")));
        try (var jar = new JarFile(bundle.jar().toFile())) {
            assertTrue(jar.stream().noneMatch(entry -> entry.getName().startsWith("org/bytedeco/")));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPassIsACapabilityAndAService(Bundle bundle) throws IOException {
        try (var jar = new JarFile(bundle.jar().toFile())) {
            for (var component : bundle.packages("Service-Component")) {
                var xml = new String(jar.getInputStream(jar.getEntry(component)).readAllBytes());
                var name = Pattern.compile("name=\"latebind.pass.name\" type=\"String\" value=\"([^\"]+)\"").matcher(xml);
                if (name.find()) {
                    assertTrue(bundle.header("Provide-Capability").contains("latebind.pass;name=" + name.group(1) + ";"),
                            "no capability for pass " + name.group(1));
                }
            }
        }
    }

    /** What modpost calls a kind of device table, on every architecture. */
    private static final String KINDS_OF_DEVICES = "cpu:type:x86,";

    @Test
    void noArchitectureIsNamedOutsideItsBundles() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Distribution.ROOT.resolve("bundles"))) {
            for (var file : files.filter(DependencyRulesTest::isProductSource).sorted().toList()) {
                var code = withoutComments(Files.readString(file)).replaceAll(KINDS_OF_DEVICES, "");
                var matcher = ARCHITECTURE.matcher(code);
                while (matcher.find()) {
                    found.add(Distribution.ROOT.relativize(file) + ": " + matcher.group());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static boolean isProductSource(Path file) {
        var path = Distribution.ROOT.resolve("bundles").relativize(file).toString();
        var bundle = path.substring(0, Math.max(0, path.indexOf('/')));
        return path.endsWith(".java")
                && path.contains("/src/main/")
                && !bundle.startsWith("org.latebind.codegen.") | bundle.equals("org.latebind.codegen.api")
                && !HOST_NOT_TARGET.contains(bundle);
    }

    /** A comment may take an architecture for an example. */
    private static String withoutComments(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$|\\s//.*$", "");
    }
}
