package org.latebind.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCheckTest {
    @TempDir
    private Path folder;

    @Test
    void aBundleIsRight() throws IOException {
        assertEquals(Optional.empty(), JarCheck.problem(file(bundle())));
    }

    @Test
    void aCutOrDamagedFileIsNot() throws IOException {
        var whole = bundle();
        assertProblem("was not copied to its end", Arrays.copyOf(whole, whole.length - 30));
        assertProblem("was not copied to its end", new byte[0]);
        assertProblem("is not a jar", "#!/bin/sh\n".getBytes());
        whole[60] ^= 0x55; // within the first entry's compressed bytes
        assertProblem("", whole);
    }

    @Test
    void aJarThatIsNotABundleIsNot() throws IOException {
        assertProblem("without a manifest", jar(Optional.empty()));
        assertProblem("no Bundle-SymbolicName", jar(Optional.of(new Manifest())));
        assertTrue(JarCheck.problem(folder).orElseThrow().contains("is a folder"));
    }

    private void assertProblem(String words, byte[] content) throws IOException {
        var problem = JarCheck.problem(file(content)).orElseThrow();
        assertTrue(problem.contains(words), problem);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.jar"), content);
    }

    private static byte[] bundle() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example");
        return jar(Optional.of(manifest));
    }

    private static byte[] jar(Optional<Manifest> manifest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = manifest.isPresent() ? new JarOutputStream(bytes, manifest.get()) : new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("content"));
            jar.write("0123456789".repeat(100).getBytes());
        }
        return bytes.toByteArray();
    }
}
