package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.kbuild.CompilerQuestions;
import org.latebind.make.Limits;
import org.latebind.make.MakeEvaluator;
import org.latebind.make.MakeHost;
import org.latebind.make.Value;
import org.latebind.make.Variable;
import org.latebind.make.VariableOrigin;

/**
 * Reads a kernel's Makefiles for their variables, as far as they decide compiler flags.
 *
 * <p>Nothing is undecided, and nothing is run: what {@code $(shell)} or kbuild's {@code scripts/Makefile.compiler}
 * would ask a compiler is answered by {@link CompilerQuestions}; other commands, and searches for files, give nothing.
 */
final class KernelMakefiles {
    private final Function<String, Optional<String>> files;
    private final CompilerQuestions compiler = new CompilerQuestions();
    private final SortedSet<String> missing = new TreeSet<>();
    private final MakeEvaluator evaluator = new MakeEvaluator(new Host(), Limits.DEFAULT);

    /** @param files the text of a file by the path that an include line has, expanded */
    KernelMakefiles(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** Sets a variable as make's command line does: assignments in Makefiles do not change it. */
    void fix(String name, String value) {
        evaluator.define(name, Value.of(value), VariableOrigin.COMMAND_LINE);
    }

    /** Sets a variable that Makefiles may change. */
    void set(String name, String value) {
        evaluator.define(name, Value.of(value), VariableOrigin.FILE);
    }

    /** Files that an include line names and that are not there. */
    SortedSet<String> missing() {
        return missing;
    }

    /** Reads a file and what it includes. */
    void read(String path) {
        bounded(() -> {
            evaluator.include(path);
            return path;
        });
    }

    /** What the makes that these Makefiles start have in their environment, by name. */
    SortedMap<String, String> exports() {
        return bounded(() -> {
            var exports = new TreeMap<String, String>();
            evaluator.exports().forEach((name, exported) -> {
                if (exported && evaluator.variable(name).isPresent()) {
                    exports.put(name, known(evaluator.value(name)));
                }
            });
            return exports;
        });
    }

    String expand(String text) {
        return bounded(() -> known(evaluator.expand(text, Position.NONE)));
    }

    private static String known(Value value) {
        return value.known().orElseThrow();
    }

    private static <T> T bounded(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (DiagnosticException refused) {
            var diagnostic = refused.diagnostic();
            if (!diagnostic.code().equals("LB1221")) {
                throw refused;
            }
            throw DiagnosticException.badInput(Diagnostic.error("LB5011", diagnostic.where(),
                    "the kernel's Makefiles have no end: " + diagnostic.message()));
        }
    }

    /** What a command says: nothing, except where the compiler keeps its headers. */
    private static String compilerFolder(String command) {
        return command.endsWith(" -print-file-name=include") ? CompilerHeaders.FOLDER : "";
    }

    private final class Host implements MakeHost {
        @Override
        public Included include(String path, boolean required, Position at) {
            var text = files.apply(path);
            if (text.isEmpty()) {
                if (!required) {
                    return new Included.Absent();
                }
                missing.add(path);
            }
            return new Included.Text(new SourceFile(KbuildFlags.inTree(path), Origin.KERNEL), text.orElse(""));
        }

        @Override
        public Optional<Variable> predefined(String name, Position at) {
            return Optional.empty();
        }

        @Override
        public Value shell(String command, Position at) {
            return Value.of(compilerFolder(command.strip()));
        }

        @Override
        public Value wildcard(String pattern, Position at) {
            return Value.EMPTY;
        }

        @Override
        public Value absolutePath(String path, Position at) {
            return Value.of(path);
        }

        @Override
        public Value realPath(String path, Position at) {
            return Value.of(path);
        }

        @Override
        public Value file(String path, Position at) {
            return Value.EMPTY;
        }

        @Override
        public Optional<Value> call(String name, List<Value> arguments, MakeEvaluator evaluator, Position at) {
            var all = new ArrayList<>(List.of(name));
            arguments.forEach(argument -> all.add(known(argument)));
            return compiler.answer(name, all, variable -> known(evaluator.value(variable))).map(Value::of);
        }
    }
}
