package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Distribution;

/** The shell as a person has it, on a terminal of its own ({@code script} of util-linux makes one). */
class ConsoleTest {
    private static final String TAB = "\t";
    private static final String REDRAW = "\f";
    private static final String ERASE_LINE = "\025"; // Control-U
    private static final String CONTROL_C = "\003";
    private static final String ENTER = "\r";
    private static final Pattern ESCAPES = Pattern.compile("\\u001b(\\[[0-9;?]*[a-zA-Z]|[=>]|\\([B0])");
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private Process process;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("unique.dko"), "");
        var builder = new ProcessBuilder(
                        "script", "-qec", "stty cols 150 rows 50; exec " + Distribution.HOME.resolve("latebind") + " shell", "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("HOME", folder.toString());
        process = builder.start();
        Thread.ofPlatform().daemon().start(this::listen);
        await("g! ");
    }

    @AfterEach
    void stop() throws Exception {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void commandsOptionsValuesAndFilesAreCompletedAndExplained() throws Exception {
        type("passes" + ENTER);
        await("pass    bind ");
        completes("inges", "g! ingest ");
        completes("link --em", "g! link --emit ");
        completes("link --emit b", "g! link --emit bc ");
        completes("link uni", "g! link unique.dko");
        completes("dump unite", "g! dump unite-headers ");
        completes("plan check-la", "g! plan check-layouts ");
        type("help latebind:link" + ENTER);
        await("Usage: latebind link ");
        type("help lb" + ENTER);
        await("list all installed bundles");
        type("help" + ENTER);
        await("The shell's other commands");
    }

    @Test
    void controlCCancelsTheLineOrTheCommandAndNotTheAppliance() throws Exception {
        type("passe");
        await("g! passe");
        type(CONTROL_C);
        await("g! ");
        type("sleep 600" + ENTER);
        Thread.sleep(500);
        type(CONTROL_C);
        await("g! ");
        type("echo still here" + ENTER);
        await("\nstill here");
    }

    private void completes(String typed, String line) throws Exception {
        type(typed + TAB + REDRAW);
        await(line);
        type(ERASE_LINE);
    }

    private void type(String keys) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until the screen shows the words, and clears it for the next. */
    private void await(String words) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!shown().contains(words)) {
            assertTrue(System.nanoTime() < deadline, () -> "never shown: '" + words + "' but:\n" + shown());
            Thread.sleep(20);
        }
        screen.reset();
    }

    private String shown() {
        return ESCAPES.matcher(screen.toString(StandardCharsets.UTF_8)).replaceAll("");
    }

    private void listen() {
        try (InputStream in = process.getInputStream()) {
            in.transferTo(screen);
        } catch (IOException e) {
            screen.writeBytes("(ended)".getBytes(StandardCharsets.UTF_8));
        }
    }
}
