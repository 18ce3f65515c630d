package org.latebind.fuzzing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.latebind.bind.BindPass;
import org.latebind.bind.universe.CheckLayoutsPass;
import org.latebind.bind.universe.KernelUniverse;
import org.latebind.bind.universe.UniteHeadersPass;
import org.latebind.btf.Btf;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.command.api.CompileRequest;
import org.latebind.compile.CompilePass;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderStore;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.btf.BtfReaderOfKernels;
import org.latebind.headers.kbuild.KbuildInterpreter;
import org.latebind.headers.store.KhdStore;
import org.latebind.ir.DeferredText;
import org.latebind.ir.DkoFormat;
import org.latebind.ir.api.BuildPlan;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.IrText;
import org.latebind.kbuild.ModuleBuild;
import org.latebind.layout.LayoutPass;
import org.latebind.layout.LayoutProvider;
import org.latebind.parser.GnuCParser;
import org.latebind.parser.ModuleParser;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.sema.AnalyzeUnit;
import org.latebind.target.api.Targets;

/** The product without a framework and without code generation, and a folder for its files. */
final class Product {
    private static final DiagnosticSink NOBODY = diagnostic -> {};

    final GnuLexer lexer = new GnuLexer();
    final IrText irText = new DeferredText(lexer);
    final DkoFormat dko = new DkoFormat(lexer);
    final HeaderStore store;
    final Path folder;
    private final X86Target target = new X86Target();
    private final KbuildInterpreter interpreter = new KbuildInterpreter();
    private final CompilePass compile;
    private final UniteHeadersPass unite;
    private final CheckLayoutsPass checkLayouts;
    private final BindPass bind;
    private final LayoutPass layout;
    private Optional<DeferredModule> module = Optional.empty();
    private Optional<Path> kernel = Optional.empty();

    Product() {
        var preprocessors = new GnuPreprocessorFactory();
        var parser = new GnuCParser();
        var layouts = new LayoutProvider();
        var analysis = new AnalyzeUnit(layouts);
        Targets targets = () -> List.of(target);
        store = new KhdStore(lexer, new KernelUniverse(preprocessors, parser, targets, lexer));
        compile = new CompilePass(lexer, new ModuleParser(), analysis);
        unite = new UniteHeadersPass(preprocessors, parser, targets, lexer);
        checkLayouts = new CheckLayoutsPass(parser, analysis, layouts, targets, lexer);
        bind = new BindPass(preprocessors, parser, analysis, layouts, targets, lexer);
        layout = new LayoutPass(layouts);
        folder = temporary();
    }

    /** Gone with the process. */
    private static Path temporary() {
        try {
            var folder = Files.createTempDirectory("latebind-fuzzing");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            System.err.println("left behind: " + folder);
        }
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** What hostile kernels meet. */
    DeferredModule module() throws IOException {
        if (module.isEmpty()) {
            module = compile(SmallTree.MODULE.getBytes(StandardCharsets.UTF_8));
        }
        return module.orElseThrow();
    }

    /** What hostile modules meet. */
    Path kernel() throws IOException {
        if (kernel.isEmpty()) {
            kernel = Optional.of(ingest(SmallTree.usual(), "usual.khd"));
        }
        return kernel.get();
    }

    KernelHeaders interpret(FileTree tree) {
        return interpreter.interpret(interpreter.locate(tree), target, NOBODY);
    }

    Path ingest(FileTree tree, String name) throws IOException {
        var khd = folder.resolve(name);
        store.write(interpret(tree), khd, NOBODY);
        return khd;
    }

    /** A kernel of which there is BTF and nothing else. */
    Path ingestAlone(Path btf) throws IOException {
        var reader = new BtfReaderOfKernels(() -> List.of(target));
        var interpreter = reader.interpreter().orElseThrow();
        var files = interpreter.locate(reader.open(List.of(btf), target.names().arch()));
        var khd = folder.resolve("alone.khd");
        store.write(interpreter.interpret(files, target, NOBODY), khd, NOBODY);
        return khd;
    }

    Optional<DeferredModule> compile(byte[] source) throws IOException {
        var request = new CompileRequest(List.of(file("m.c", source)), Optional.of("m"), List.of(), List.of());
        return new SimpleRun().with(CompileRequest.class, request).then(compile).find(DeferredModule.class);
    }

    /** All that a link does before code generation. */
    void check(DeferredModule module, HeaderData kernel) {
        new SimpleRun().with(DeferredModule.class, module).with(HeaderData.class, kernel)
                .with(BuildPlan.class, ModuleBuild.plan(module.build(), kernel)).then(bind).then(layout);
    }

    /** Parses all declarations of all headers. */
    void unite(HeaderData kernel) {
        new SimpleRun().with(HeaderData.class, kernel).then(unite);
    }

    void checkLayouts(HeaderData kernel, Btf btf) {
        new SimpleRun().with(HeaderData.class, kernel).with(Btf.class, btf).then(unite).then(checkLayouts);
    }

    /** Everything that can be read of header data. */
    static List<Object> readAll(HeaderData data) {
        var all = new ArrayList<Object>();
        all.add(data.identity());
        all.add(data.includePath());
        all.add(data.skipped());
        all.add(data.settings());
        all.add(data.compilerFlags());
        all.add(data.kbuild());
        all.add(data.moduleSections());
        all.add(data.configs());
        data.symbolNames().forEach(name -> all.add(data.symbol(name)));
        data.headerPaths().forEach(path -> {
            all.add(data.headerEntry(path));
            all.add(data.header(path));
            all.add(data.events(path));
        });
        all.add(data.headersWith("printk"));
        all.add(data.headersWith("pid"));
        return all;
    }
}
