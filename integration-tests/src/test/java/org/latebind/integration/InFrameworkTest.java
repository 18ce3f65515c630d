package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/** The distribution's bundles in a framework: resolved, started, and one taken away and brought back. */
class InFrameworkTest {
    private static TestContainer container;
    private static BundleContext context;

    @BeforeAll
    static void start() throws Exception {
        var options = new ArrayList<Option>(List.of(
                cleanCaches(),
                frameworkProperty("latebind.pipelines").value(Distribution.HOME.resolve("pipelines").toString()),
                frameworkProperty("org.latebind.llvm.natives").value(Distribution.HOME.resolve("native").toString())));
        Distribution.jars("core").forEach(jar -> options.add(bundle("reference:" + jar.toUri())));
        var system = PaxExamRuntime.createServerSystem(options.toArray(Option[]::new));
        container = PaxExamRuntime.createContainer(system);
        container.start();
        context = framework().getBundleContext();
    }

    @AfterAll
    static void stop() {
        container.stop();
    }

    /** The container does not hand its framework out, and a probe could not stop bundles it is wired to. */
    private static Framework framework() throws ReflectiveOperationException {
        var field = container.getClass().getDeclaredField("framework");
        field.setAccessible(true);
        return (Framework) field.get(container);
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
        var listed = run("passes");
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
        assertEquals(0, run("plan", "link", "--set", "arch=" + arch).status());
        backend.stop();
        try {
            var planned = run("plan", "link", "--set", "arch=" + arch);
            assertEquals(2, planned.status());
            assertTrue(planned.err().contains("missing capability: latebind.pass; filter:=\"(&(name=codegen)"),
                    planned.err());
        } finally {
            backend.start();
        }
        assertEquals(0, run("plan", "link", "--set", "arch=" + arch).status());
    }

    @Test
    void anUnknownArchitectureIsAMissingCapability() throws Exception {
        var planned = run("plan", "link", "--set", "arch=pdp11");
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

    private record Ran(int status, String out, String err) {}

    /** One command by the launcher's own door. */
    private static Ran run(String... words) throws Exception {
        var filter = FrameworkUtil.createFilter(
                "(&(objectClass=java.util.function.ToIntFunction)(latebind.entry=command))");
        var tracker = new ServiceTracker<ToIntFunction<List<String>>, ToIntFunction<List<String>>>(
                context, filter, null);
        tracker.open();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var usualOut = System.out;
        var usualErr = System.err;
        try {
            var entry = tracker.waitForService(TimeUnit.SECONDS.toMillis(60));
            System.setOut(new PrintStream(out, true));
            System.setErr(new PrintStream(err, true));
            int status = entry.applyAsInt(Arrays.asList(words));
            return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
            tracker.close();
        }
    }
}
