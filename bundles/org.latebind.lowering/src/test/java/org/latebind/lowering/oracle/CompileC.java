package org.latebind.lowering.oracle;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.codegen.x86_64.X86CodeGenerator;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.llvm.LlvmService;
import org.latebind.lowering.LowerToLlvm;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Compiles C through parser, analysis, layout and lowering to an object.
 *
 * <p>As a program: {@code CompileC [-ll] file.c out.o ...}, in pairs.
 */
public final class CompileC {
    private final TargetDescription target;
    private final CodeGenerator generator;

    private final HostHeaders headers = new HostHeaders(List.of(
            Path.of("/usr/lib/gcc/x86_64-linux-gnu/12/include"), Path.of("/usr/include/x86_64-linux-gnu"),
            Path.of("/usr/include")));
    private final FrontEnd front;

    public CompileC() {
        this(ParsedFileScope::new, true);
    }

    /** @param preprocessing whether there are macros at all: not where input is preprocessed */
    CompileC(Function<List<Declaration>, FileScope> scopes, boolean preprocessing) {
        this(new X86Target(), new X86CodeGenerator(llvm()), scopes, preprocessing);
    }

    /** For another machine than this one, and so without a library's headers but the compiler's own. */
    CompileC(TargetDescription target, CodeGenerator generator) {
        this(target, generator, ParsedFileScope::new, true);
    }

    private CompileC(
            TargetDescription target, CodeGenerator generator, Function<List<Declaration>, FileScope> scopes,
            boolean preprocessing) {
        this.target = target;
        this.generator = generator;
        this.front = new FrontEnd(target, headers, scopes, preprocessing);
    }

    /** LLVM can be loaded once a process. */
    private static final class Loaded {
        static final LlvmService LLVM = new LlvmService(context(), java.util.Map.of());
    }

    static LlvmService llvm() {
        return Loaded.LLVM;
    }

    private static BundleContext context() {
        var bundle = Proxy.newProxyInstance(
                CompileC.class.getClassLoader(), new Class<?>[] {Bundle.class}, (p, m, a) -> "getLocation".equals(m.getName()) ? "" : null);
        return (BundleContext) Proxy.newProxyInstance(
                CompileC.class.getClassLoader(), new Class<?>[] {BundleContext.class},
                (p, m, a) -> m.getName().equals("getBundle") ? bundle
                        : m.getName().equals("getProperty") ? System.getProperty((String) a[0]) : null);
    }

    /** What went wrong, as lines of text. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    public TargetSettings settings(Dialect dialect) {
        return target.userSpaceSettings(
                new UserSpaceOptions(dialect, UserSpaceOptions.Optimization.O2, true));
    }

    /** gnu17 with flags that change what C means. */
    TargetSettings settings(List<String> flags) {
        var settings = settings(Dialect.GNU17);
        var usual = settings.language();
        var known = List.of("-funsigned-char", "-fshort-wchar", "-fms-extensions", "-ftrivial-auto-var-init=zero",
                "-fno-strict-overflow", "-fno-delete-null-pointer-checks");
        if (!known.containsAll(flags)) {
            throw new IllegalArgumentException("of these flags one is not known: " + flags);
        }
        var language = new LanguageSettings(
                usual.dialect(), usual.gcc(), !flags.contains("-funsigned-char"), flags.contains("-fshort-wchar"),
                flags.contains("-fms-extensions"), usual.freestanding(), usual.gnu89Inline(), usual.optimizing(),
                usual.optimizingForSize(), flags.contains("-fno-strict-overflow"),
                flags.contains("-fno-delete-null-pointer-checks"), usual.zeroInitializedAutos(), usual.commonVariables());
        return new TargetSettings(language, settings.codegen());
    }

    /** The module of one C file. */
    public LlvmModule lower(Path file, TargetSettings settings) throws Failed {
        var problems = new ArrayList<Diagnostic>();
        try {
            return lower(file, settings, problems);
        } catch (DiagnosticException e) {
            problems.add(e.diagnostic());
            throw new Failed(headers.text(problems));
        }
    }

    private LlvmModule lower(Path file, TargetSettings settings, List<Diagnostic> problems) throws Failed {
        var unit = front.laidOut(file, settings, problems);
        var module = new LowerToLlvm().lower(unit, target, settings, problems::add);
        front.check(problems);
        return module.orElseThrow(() -> new Failed("no module and no error"));
    }

    /** Everything that is said of a file in gnu11 up to its layout, as it is printed. */
    String diagnostics(Path file) {
        var problems = new ArrayList<Diagnostic>();
        try {
            front.laidOut(file, settings(Dialect.GNU11), problems);
        } catch (Failed e) {
            // Its text is of the problems.
        } catch (DiagnosticException e) {
            problems.add(e.diagnostic());
        }
        return headers.everything(problems);
    }

    /** An object, as bytes. */
    public byte[] compile(Path file, TargetSettings settings) throws Failed {
        return object(lower(file, settings), settings);
    }

    byte[] object(LlvmModule module, TargetSettings settings) throws Failed {
        var result = generator.generate(CodegenRequest.object(module.bytes(), settings.codegen()));
        return result.output().orElseThrow(() -> new Failed(String.join("\n", lines(module, result))));
    }

    /** What code generation has to say of a file, be it compiled or not. */
    List<String> complaints(Path file) throws Failed {
        var settings = settings(Dialect.GNU17);
        var module = lower(file, settings);
        return lines(module, generator.generate(CodegenRequest.object(module.bytes(), settings.codegen())));
    }

    private static List<String> lines(LlvmModule module, CodegenResult result) {
        return result.messages().stream().map(m -> {
            var at = m.location().isPresent() ? module.location(m.location().getAsInt()) + " " : "";
            return at + m.severity().name().toLowerCase(Locale.ROOT) + " " + m.code() + " " + m.text();
        }).toList();
    }

    public static void main(String[] arguments) throws IOException {
        var compiler = new CompileC();
        var list = new ArrayList<>(List.of(arguments));
        boolean ir = list.remove("-ll");
        int failures = 0;
        for (int i = 0; i + 1 < list.size(); i += 2) {
            var output = Path.of(list.get(i + 1));
            try {
                var file = Path.of(list.get(i));
                if (ir) {
                    Files.writeString(output, compiler.lower(file, compiler.settings(Dialect.GNU17)).text());
                } else {
                    Files.write(output, compiler.compile(file, compiler.settings(Dialect.GNU17)));
                }
            } catch (Failed | RuntimeException | StackOverflowError e) {
                failures++;
                System.out.println("FAIL " + list.get(i) + ": " + (e instanceof Failed ? e.getMessage() : trace(e)));
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(failures == 0 ? 0 : 1);
    }

    private static String trace(Throwable e) {
        var text = new StringBuilder(e.toString());
        var frames = e.getStackTrace();
        for (int i = 0; i < Math.min(6, frames.length); i++) {
            text.append("\n    ").append(frames[i]);
        }
        return text.toString();
    }
}
