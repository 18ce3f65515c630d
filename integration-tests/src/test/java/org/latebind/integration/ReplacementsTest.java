package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.integration.linger.LingerActivator;
import org.latebind.integration.linger.LingerPass;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;
import org.osgi.framework.Bundle;

/** Links that never stop while the bundles they use are replaced under them. */
class ReplacementsTest {
    private static final int LINKS = 1000;
    private static final int REPLACEMENTS = 50;
    private static final int AT_ONCE = 3;

    @TempDir
    private Path folder;

    private Appliance appliance;

    @BeforeEach
    void start() throws Exception {
        for (var counter : List.of(LingerPass.INSIDE, LingerPass.BEGUN, LingerPass.OVERTAKEN)) {
            System.getProperties().put(counter, new AtomicInteger());
        }
        appliance = Appliance.start();
        SmallKernel.write(folder.resolve("headers"));
        Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        assertEquals(0, appliance.run("compile", folder.resolve("m.c"), "-o", folder.resolve("m.dko")).status());
        assertEquals(0, appliance.run("ingest", folder.resolve("headers"), "-o", folder.resolve("k.khd")).status());
        var link = Files.readString(Distribution.HOME.resolve("pipelines/link.pipeline"));
        Files.writeString(folder.resolve("slow.pipeline"), link.replace("pass codegen", "pass linger\npass codegen"));
    }

    @AfterEach
    void stop() {
        appliance.close();
        for (var counter : List.of(LingerPass.INSIDE, LingerPass.BEGUN, LingerPass.OVERTAKEN)) {
            System.getProperties().remove(counter);
        }
    }

    @Test
    void noLinkIsLost() throws Exception {
        var linger = appliance.context().installBundle("linger", new ByteArrayInputStream(linger(0)));
        linger.start();
        // The backend, and what opens both inputs of a link.
        var replaced = List.of(backend(), bundle("org.latebind.headers.store"), bundle("org.latebind.ir"));
        var entry = appliance.entry();
        var complaints = new ByteArrayOutputStream();
        var usual = System.err;
        System.setErr(new PrintStream(complaints, true));
        var links = new ArrayList<Future<Integer>>();
        var ended = new Semaphore(0);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < LINKS; i++) {
                var words = List.of("link", "--pipeline", file("slow.pipeline"), file("m.dko"), file("k.khd"),
                        "-o", file("m" + i % 20 + "-" + i + ".ko"));
                links.add(threads.submit(() -> {
                    try {
                        return entry.applyAsInt(words);
                    } finally {
                        ended.release();
                    }
                }));
            }
            for (int i = 1; i <= REPLACEMENTS; i++) {
                ended.acquire(LINKS / REPLACEMENTS - AT_ONCE);
                awaitSomebodyInside();
                LingerPass.counter(LingerPass.BEGUN).incrementAndGet();
                if (i % 2 == 0) {
                    linger.update(new ByteArrayInputStream(linger(i)));
                } else {
                    var bundle = replaced.get(i / 2 % replaced.size());
                    bundle.update(new ByteArrayInputStream(
                            Jars.successor(Distribution.HOME.resolve("bundles/core/" + bundle.getSymbolicName() + ".jar"), i)));
                }
            }
            for (var link : links) {
                assertEquals(0, link.get(), complaints::toString);
            }
        } finally {
            System.setErr(usual);
        }
        // Besides the name of each result, nothing.
        assertEquals(List.of(), complaints.toString().lines().filter(line -> !line.startsWith("wrote ")).toList());
        assertEquals(List.of("0.2.49", "0.2.45", "0.2.47"), replaced.stream().map(bundle -> bundle.getVersion().toString()).toList());
        assertTrue(LingerPass.counter(LingerPass.OVERTAKEN).get() >= REPLACEMENTS, LingerPass.counter(LingerPass.OVERTAKEN)::toString);
        try (Stream<Path> files = Files.list(folder)) {
            var results = files.filter(file -> file.toString().endsWith(".ko")).sorted().toList();
            assertEquals(LINKS, results.size());
            for (var result : results) {
                assertEquals(-1, Files.mismatch(results.getFirst(), result), result.toString());
            }
        }
    }

    private static void awaitSomebodyInside() throws InterruptedException {
        while (LingerPass.counter(LingerPass.INSIDE).get() == 0) {
            Thread.sleep(1);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Bundle bundle(String name) {
        return Stream.of(appliance.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Bundle backend() {
        return Stream.of(appliance.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.latebind.codegen."))
                .filter(bundle -> SmallKernel.isFor(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] linger(int revision) throws Exception {
        return Jars.of(
                List.of(
                        "Bundle-SymbolicName: linger",
                        "Bundle-Version: 1." + revision,
                        "Bundle-Activator: " + LingerActivator.class.getName(),
                        "Import-Package: org.latebind.pass.api,org.osgi.framework"),
                LingerActivator.class, LingerPass.class, Class.forName(LingerActivator.class.getPackageName() + ".Afterwards"));
    }
}
