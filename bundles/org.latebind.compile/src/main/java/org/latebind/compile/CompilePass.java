package org.latebind.compile;

import java.util.ArrayList;
import org.latebind.command.api.CompileRequest;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.DeferredParser;
import org.latebind.token.api.Lexer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compiles a module's sources to its deferred form. */
@Component(service = Pass.class)
@PassInfo(name = "compile", consumes = CompileRequest.class, produces = DeferredModule.class)
public final class CompilePass implements Pass {
    private final Lexer lexer;
    private final DeferredParser parser;
    private final SemanticAnalysis analysis;

    @Activate
    public CompilePass(
            @Reference Lexer lexer, @Reference DeferredParser parser, @Reference SemanticAnalysis analysis) {
        this.lexer = lexer;
        this.parser = parser;
        this.analysis = analysis;
    }

    @Override
    public void run(RunContext context) {
        var plan = new Planning(context.get(CompileRequest.class)).plan();
        var units = plan.modules().stream().flatMap(m -> m.units().stream()).toList();
        var read = new ModuleFiles(plan.root(), lexer, context.diagnostics());
        var lexed = new ArrayList<>(read.read(units));
        context.offerSourceLines(new FileLines(plan.root()));
        var names = parser.survey(lexed);
        var files = new ArrayList<DeferredFile>();
        for (var file : lexed) {
            context.checkCanceled();
            context.progress().report("compiling " + file.file().path(), files.size(), lexed.size());
            var path = file.file().path();
            var told = read.isCertain(path) ? context.diagnostics() : new Speculative();
            var deferred = new DeferredFile(file, parser.parse(file, names, told), read.license(path), read.text(path));
            if (!(told instanceof Speculative speculative && speculative.isWrong)) {
                files.add(deferred);
            }
        }
        new CheckTypes(analysis, files, units).check(context.diagnostics());
        context.put(DeferredModule.class, new DeferredModule(files, plan.modules()));
    }

    /** Takes what is wrong with a header that may not be the module's: C++, say. */
    private static final class Speculative implements DiagnosticSink {
        private boolean isWrong;

        @Override
        public void report(Diagnostic diagnostic) {
            isWrong |= diagnostic.severity() == Severity.ERROR;
        }
    }
}
