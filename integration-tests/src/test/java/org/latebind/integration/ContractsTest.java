package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.kit.Distribution;
import org.latebind.kit.Distribution.Bundle;
import org.latebind.kit.Distribution.Kind;

/** What versions of packages depend on, and how bundles introduce themselves. */
class ContractsTest {
    private static final int LONGEST_DESCRIPTION = 140;

    static Stream<Bundle> all() {
        return Distribution.bundles().stream();
    }

    static Stream<Bundle> exporting() {
        return all().filter(bundle -> bundle.kind() != Kind.PROVIDER);
    }

    /** Whether a new method is a minor or a major change depends on who implements an interface: bnd reads it from these. */
    @ParameterizedTest
    @MethodSource("exporting")
    void everyExportedInterfaceIsForProvidersOrConsumers(Bundle bundle) throws Exception {
        var undecided = new ArrayList<String>();
        try (var loader = new URLClassLoader(all().map(ContractsTest::url).toArray(URL[]::new), null);
                var jar = new JarFile(bundle.jar().toFile())) {
            for (var entry : jar.stream().filter(ContractsTest::isClass).toList()) {
                var type = Class.forName(entry.getName().replace('/', '.').replaceFirst("\\.class$", ""), false, loader);
                // Nested ones are part of the contract that they are nested in.
                boolean exported = Modifier.isPublic(type.getModifiers()) && !type.isMemberClass();
                if (exported && type.isInterface() && !type.isAnnotation() && !isDecided(jar, entry)) {
                    undecided.add(type.getName());
                }
            }
        }
        assertEquals(List.of(), undecided, "neither @ProviderType nor @ConsumerType");
    }

    private static URL url(Bundle bundle) {
        try {
            return bundle.jar().toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().endsWith("package-info.class");
    }

    /** The annotations are in class files only: their descriptors are constants there. */
    private static boolean isDecided(JarFile jar, JarEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            var content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return Stream.of("ProviderType", "ConsumerType")
                    .anyMatch(name -> content.contains("Lorg/osgi/annotation/versioning/" + name + ";"));
        }
    }

    /** The plugin compares only where it is asked to. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsExportedIsComparedWithTheBaseline(Bundle bundle) throws IOException {
        var pom = Files.readString(Distribution.ROOT.resolve("bundles/" + bundle.name() + "/pom.xml"));
        assertEquals(bundle.kind() != Kind.PROVIDER, pom.contains("<bnd.baseline.skip>false</bnd.baseline.skip>"));
    }

    @Test
    void everyBundleHasADescriptionOfItsOwn() {
        var described = new TreeMap<String, String>();
        for (var bundle : Distribution.bundles()) {
            var description = bundle.header("Bundle-Description");
            assertTrue(!description.isBlank() && description.endsWith(".") && description.length() <= LONGEST_DESCRIPTION,
                    bundle + ": " + description);
            var other = described.put(description, bundle.name());
            assertTrue(other == null, () -> bundle + " and " + other + " have the same description: add one to the pom");
        }
    }
}
