package org.latebind.lowering.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.latebind.target.api.LanguageSettings.Dialect;

/**
 * Runs programs that exit with 0 when they were compiled right: gcc's c-torture execute suite.
 *
 * <p>As a program: {@code Torture work-folder file.c ...}; prints a line a failure and a summary.
 */
public final class Torture {
    private static final Pattern OPTIONS = Pattern.compile("dg-(?:additional-)?options \"([^\"]*)\"");
    private static final String LIBRARIES = "/usr/lib/x86_64-linux-gnu/";

    private final Path work;
    private final CompileC compiler = new CompileC();

    private Torture(Path work) {
        this.work = work;
    }

    /** What went wrong; empty when nothing did. */
    private String run(Path source) throws IOException, InterruptedException {
        var text = Files.readString(source, java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean old = false;
        var options = OPTIONS.matcher(text);
        while (options.find()) {
            old |= options.group(1).contains("gnu89");
        }
        var name = source.getFileName().toString();
        var object = work.resolve(name + ".o");
        try {
            Files.write(object, compiler.compile(source, compiler.settings(old ? Dialect.GNU89 : Dialect.GNU17)));
        } catch (CompileC.Failed e) {
            return "COMPILE " + e.getMessage().lines().limit(3).toList();
        } catch (RuntimeException | StackOverflowError e) {
            return "CRASH " + e + " " + List.of(e.getStackTrace()).subList(0, Math.min(5, e.getStackTrace().length));
        }
        var program = work.resolve(name + ".x");
        var link = start(List.of("ld", "-dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "-o", program.toString(),
                LIBRARIES + "crt1.o", LIBRARIES + "crti.o", object.toString(), "-L" + LIBRARIES,
                "/usr/lib/gcc/x86_64-linux-gnu/12/libgcc.a", "-lc", "-lm", LIBRARIES + "crtn.o"), name);
        if (link != 0) {
            return "LINK " + Files.readString(work.resolve(name + ".log")).lines().limit(2).toList();
        }
        int status = start(List.of(program.toString()), name);
        Files.delete(program);
        Files.delete(object);
        return status == 0 ? "" : "RUN " + status;
    }

    private int start(List<String> command, String name) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var work = Files.createDirectories(Path.of(arguments[0]));
        var torture = new Torture(work);
        var failures = new ArrayList<String>();
        for (int i = 1; i < arguments.length; i++) {
            var why = torture.run(Path.of(arguments[i]));
            if (!why.isEmpty()) {
                failures.add(arguments[i]);
                System.out.println(Path.of(arguments[i]).getFileName() + ": " + why);
                System.out.flush();
            }
        }
        System.out.println((arguments.length - 1 - failures.size()) + " of " + (arguments.length - 1) + " passed");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
