package org.latebind.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        int status = FAILED;
        try (var scratch = Scratch.create()) {
            status = run(Home.ofLauncher(), scratch, List.of(words), onClassPath);
        } catch (IOException | LauncherException e) {
            System.err.println("latebind: error[LB9030]: " + e.getMessage());
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(status);
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
        // The console's bundle starts a session of its own, and stops the framework at its end.
        var groups = shell.isInteractive() ? List.of("core", "shell", "console") : List.of("core", "shell");
        try (var framework = Framework.start(home, scratch.path(), groups, properties, false)) {
            if (shell.isInteractive()) {
                return framework.awaitStop();
            }
            var script = new ArrayList<>(shell.script());
            if (script.isEmpty()) {
                new String(System.in.readAllBytes()).lines().forEach(script::add);
            }
            return framework.entry("shell").applyAsInt(script);
        }
    }
}
