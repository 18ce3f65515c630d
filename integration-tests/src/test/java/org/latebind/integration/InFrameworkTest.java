package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Appliance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The distribution's bundles in a framework: resolved, started, and one taken away and brought back. */
class InFrameworkTest {
    private static Appliance appliance;
    private static BundleContext context;

    @BeforeAll
    static void start() throws Exception {
        appliance = Appliance.start();
        context = appliance.context();
    }

    @AfterAll
    static void stop() {
        appliance.close();
    }

    @Test
    void everyBundleIsActive() {
        var idle = Stream.of(context.getBundles())
                .filter(b -> b.getState() != Bundle.ACTIVE)
                .filter(b -> b.getHeaders().get("Fragment-Host") == null)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), idle);
    }

    @Test
    void passesAreListed() throws Exception {
        var listed = appliance.run("passes");
        assertEquals(0, listed.status());
        for (var pass : List.of("compile", "ingest", "bind", "layout", "lower", "codegen", "package")) {
            assertTrue(listed.out().lines().anyMatch(line -> line.startsWith("pass    " + pass + " ")),
                    "no pass " + pass + " in\n" + listed.out());
        }
    }

    @Test
    void theBackendComesAndGoes() throws Exception {
        var backend = backend();
        var arch = arch(backend);
        assertEquals(0, appliance.run("plan", "link", "--set", "arch=" + arch).status());
        backend.stop();
        try {
            var planned = appliance.run("plan", "link", "--set", "arch=" + arch);
            assertEquals(2, planned.status());
            assertTrue(planned.err().contains("missing capability: latebind.pass; filter:=\"(&(name=codegen)"),
                    planned.err());
        } finally {
            backend.start();
        }
        assertEquals(0, appliance.run("plan", "link", "--set", "arch=" + arch).status());
    }

    @Test
    void anUnknownArchitectureIsAMissingCapability() throws Exception {
        var planned = appliance.run("plan", "link", "--set", "arch=pdp11");
        assertEquals(2, planned.status());
        assertTrue(planned.err().contains("(arch=pdp11)"), planned.err());
    }

    private static Bundle backend() {
        return Stream.of(context.getBundles())
                .filter(b -> b.getSymbolicName().matches("org\\.latebind\\.codegen\\.(?!api$).*"))
                .findFirst()
                .orElseThrow();
    }

    private static String arch(Bundle backend) throws Exception {
        return Stream.of(backend.getRegisteredServices())
                .map(service -> service.getProperty("latebind.pass.arch"))
                .filter(arch -> arch instanceof String text && !text.isEmpty())
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }
}
