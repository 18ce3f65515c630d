package org.latebind.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Entry point of the launcher script. */
public final class Main {
    private static final int FAILED = 2;

    private Main() {}

    /**
     * Runs a command and ends the process. The framework is not stopped: that costs more than a
     * second, and all output is written by then.
     */
    public static void main(String[] words) {
        main(words, false);
    }

    /** @param onClassPath whether every bundle that commands use is on the class path */
    static void main(String[] words, boolean onClassPath) {
        try (var scratch = Scratch.create()) {
            int status = statusOf(scratch, List.of(words), onClassPath);
            System.out.flush();
            System.err.flush();
            scratch.end(status);
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static int statusOf(Scratch scratch, List<String> words, boolean onClassPath) {
        try {
            return run(Home.ofLauncher(), scratch, words, onClassPath);
        } catch (IOException | LauncherException e) {
            // Whatever fails in a full temporary folder fails with a message about something else.
            fail(scratch.fault().orElse(String.valueOf(e.getMessage())));
            return FAILED;
        }
    }

    private static void fail(String what) {
        System.err.println("latebind: error[LB9034]: " + what);
    }

    private static int run(Home home, Scratch scratch, List<String> words, boolean onClassPath) throws IOException {
        var shell = ShellWords.of(words);
        if (shell.isEmpty()) {
            try (var framework =
                    Framework.start(home, scratch.path(), List.of("core"), home.properties(), onClassPath)) {
                int status = framework.entry("command").applyAsInt(words);
                if (ArchiveTraining.isOn()) {
                    ArchiveTraining.loadAll(home);
                }
                return status;
            }
        }
        return runShell(home, scratch, shell.get());
    }

    private static int runShell(Home home, Scratch scratch, ShellWords shell) throws IOException {
        var properties = home.properties();
        properties.putAll(home.shellProperties(shell.deployFolder().map(Path::of), scratch.path()));
        if (!shell.isInteractive()) {
            // The console's bundle has the commands of pipes; its session would end the framework.
            properties.putIfAbsent("gosh.args", "--nointeractive --noshutdown");
            properties.putIfAbsent("gosh.home", home.path().resolve("lib").toString());
            System.setProperty("org.jline.terminal.dumb", "true");
        }
        var groups = List.of("core", "shell");
        try (var framework = Framework.start(home, scratch.path(), groups, properties, false)) {
            if (shell.isInteractive()) {
                return framework.awaitStop();
            }
            return framework.entry("shell").applyAsInt(shell.script());
        }
    }
}
