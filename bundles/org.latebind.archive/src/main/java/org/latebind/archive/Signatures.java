package org.latebind.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Checks the signature of a release file with the machine's {@code gpgv} and Debian's keyring. */
final class Signatures {
    private static final List<Path> KEYRINGS =
            List.of(
                    Path.of("/usr/share/keyrings/debian-archive-keyring.pgp"),
                    Path.of("/usr/share/keyrings/debian-archive-keyring.gpg"));

    enum Verdict {
        GOOD,
        BAD,
        /** No {@code gpgv}, or no keyring. */
        UNCHECKED
    }

    private Signatures() {}

    static Verdict check(byte[] release, Path folder) {
        var keyring = KEYRINGS.stream().filter(Files::isReadable).findFirst().orElse(null);
        if (keyring == null) {
            return Verdict.UNCHECKED;
        }
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "InRelease", "");
            try {
                Files.write(file, release);
                return run(List.of("gpgv", "--keyring", keyring.toString(), file.toString()));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Verdict.UNCHECKED;
        }
    }

    private static Verdict run(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Verdict.BAD;
            }
            return process.exitValue() == 0 ? Verdict.GOOD : Verdict.BAD;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Verdict.BAD;
        }
    }
}
