package org.latebind.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.make.MakeEvaluator;
import org.latebind.make.MakeHost;
import org.latebind.make.Reason;
import org.latebind.make.Value;
import org.latebind.make.Variable;
import org.latebind.make.VariableOrigin;

/**
 * What is known when a module is compiled: its own files, and what kbuild sets whatever the kernel is. Commands are not
 * run, and what a kernel has is undecided.
 *
 * @param folder the module's, which is {@code .} to the makefile
 */
record KbuildHost(Path folder, KernelVariables kernel, Function<Path, String> reader) implements MakeHost {
    /** Is in the place of the kernel's folder, which only a link knows. */
    static final String KERNEL_FOLDER = "@kernel@";

    private static final Map<String, String> CONSTANTS = Map.of(
            "comma", ",", "empty", "", "space", " ", "quote", "\"", "squote", "'", "pound", "#");

    /** Defines what kbuild does before it reads a module's file. */
    static void define(MakeEvaluator evaluator) {
        var here = Value.of(".");
        evaluator.define("M", here, VariableOrigin.COMMAND_LINE);
        for (var name : List.of("src", "obj", "CURDIR")) {
            evaluator.define(name, here, VariableOrigin.FILE);
        }
        for (var name : List.of("PWD", "KBUILD_EXTMOD")) {
            evaluator.define(name, here, VariableOrigin.ENVIRONMENT);
        }
        for (var name : List.of("srctree", "objtree", "abs_srctree", "abs_objtree")) {
            evaluator.define(name, Value.of(KERNEL_FOLDER), VariableOrigin.ENVIRONMENT);
        }
        CONSTANTS.forEach((name, value) -> evaluator.define(name, Value.of(value), VariableOrigin.FILE));
        evaluator.define("KERNELRELEASE", Value.undecidedWord(ofTheKernel("KERNELRELEASE", Position.NONE)),
                VariableOrigin.ENVIRONMENT);
    }

    private static Reason ofTheKernel(String name, Position at) {
        return new Reason("only a kernel knows '$(" + name + ")'", at);
    }

    @Override
    public Included include(String path, boolean required, Position at) {
        var file = folder.resolve(path).normalize();
        if (!path.startsWith("./") || !file.startsWith(folder)) {
            // Kernels before 6.13 look for it in their own folder.
            return new Included.Undecided(new Reason(
                    "'" + path + "' is included, which is not below $(src) for every kernel", at));
        }
        return Files.isRegularFile(file)
                ? new Included.Text(
                        new SourceFile(folder.relativize(file).toString(), Origin.MODULE), reader.apply(file))
                : new Included.Absent();
    }

    @Override
    public Optional<Variable> predefined(String name, Position at) {
        return kernel.contains(name) ? Optional.of(Variable.unknown(ofTheKernel(name, at))) : Optional.empty();
    }

    private static Value notRun(String what, Position at) {
        return Value.undecided(new Reason("'$(" + what + " ...)' is not run", at));
    }

    @Override
    public Value shell(String command, Position at) {
        return notRun("shell", at);
    }

    @Override
    public Value wildcard(String pattern, Position at) {
        return notRun("wildcard", at);
    }

    @Override
    public Value absolutePath(String path, Position at) {
        return notRun("abspath", at);
    }

    @Override
    public Value realPath(String path, Position at) {
        return notRun("realpath", at);
    }

    @Override
    public Value file(String path, Position at) {
        return notRun("file", at);
    }

    @Override
    public Optional<Value> call(String name, List<Value> arguments, MakeEvaluator evaluator, Position at) {
        return Optional.empty();
    }
}
