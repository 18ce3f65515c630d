package org.latebind.lowering.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetSettings;

/**
 * Compiles a preprocessed file ({@code gcc -E -P}) as a kernel's module code.
 *
 * <p>As a program: {@code KernelC flags-file gcc-version [-all] [-ll] file.i out ...}; with {@code -all}
 * every function in the file is lowered, static inline ones too.
 */
public final class KernelC {
    private KernelC() {}

    private record Flags(List<String> compilerFlags, String gcc) implements KernelBuild {
        @Override
        public String release() {
            return "test";
        }

        @Override
        public Optional<String> config(String option) {
            return Optional.ofNullable(Map.of("CC_IS_GCC", "y", "GCC_VERSION", gcc).get(option));
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    }

    /** Every function with a body is wanted, whether reached or not. */
    private record Everything(ParsedFileScope scope, List<Declaration> roots) implements FileScope {
        @Override
        public List<Declaration> ordinary(String name) {
            return scope.ordinary(name);
        }

        @Override
        public List<Declaration> typedef(String name) {
            return scope.typedef(name);
        }

        @Override
        public List<Declaration> tag(String name) {
            return scope.tag(name);
        }

        @Override
        public List<Declaration> enumerator(String name) {
            return scope.enumerator(name);
        }

        @Override
        public Pragmas pragmas(Declaration declaration) {
            return scope.pragmas(declaration);
        }
    }

    static FileScope everything(List<Declaration> declarations) {
        var scope = new ParsedFileScope(declarations);
        return new Everything(
                scope,
                declarations.stream()
                        .filter(d -> d instanceof Declaration.Function || ParsedFileScope.isRoot(d))
                        .toList());
    }

    private static TargetSettings settings(Path flags, String gcc) throws IOException {
        return new X86Target().kernelSettings(new Flags(List.of(Files.readString(flags).split("\n")), gcc));
    }

    public static void main(String[] arguments) throws IOException {
        var list = new ArrayList<>(List.of(arguments));
        boolean all = list.remove("-all");
        boolean ir = list.remove("-ll");
        var settings = settings(Path.of(list.get(0)), list.get(1));
        var compiler = new CompileC(all ? KernelC::everything : ParsedFileScope::new, false);
        for (int i = 2; i + 1 < list.size(); i += 2) {
            try {
                var file = Path.of(list.get(i));
                var module = compiler.lower(file, settings);
                if (ir) {
                    Files.writeString(Path.of(list.get(i + 1)), module.text());
                } else {
                    Files.write(Path.of(list.get(i + 1)), compiler.object(module, settings));
                }
                System.out.println("ok " + list.get(i));
            } catch (CompileC.Failed e) {
                System.out.println("FAIL " + list.get(i) + ": " + e.getMessage());
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
