package org.latebind.compile;

import java.util.ArrayList;
import java.util.List;
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
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.DeferredParser;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;
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
        var sources = new Planning(context.get(CompileRequest.class)).plan();
        var read = new ModuleFiles(sources, lexer, context.diagnostics());
        var lexed = new ArrayList<>(read.read());
        context.offerSourceLines(new FileLines(sources.root()));
        var names = parser.survey(lexed);
        var files = new ArrayList<DeferredFile>();
        for (var file : lexed) {
            context.checkCanceled();
            context.progress().report("compiling " + file.file().path(), files.size(), lexed.size());
            var path = file.file().path();
            var told = read.isCertain(path) ? context.diagnostics() : new Speculative();
            var items = parser.parse(file, names, told);
            boolean wrong = told instanceof Speculative speculative && speculative.isWrong;
            files.add(new DeferredFile(
                    file, wrong ? List.of(undecided(file)) : items, read.license(path), read.text(path)));
        }
        if (sources.certain()) {
            new DateMacros(files, sources.units()).check(sources.units(), context.diagnostics());
        }
        if (sources.certain() && names.unbalanced().isEmpty()) {
            new CheckTypes(analysis, files, sources.units()).check(context.diagnostics());
        }
        context.put(DeferredModule.class, new DeferredModule(files, sources.build()));
    }

    /** All of a file that is wrong as it stands alone: where it is included, or what a kernel decides, may make it right. */
    private static DeferredItem undecided(LexedFile file) {
        var uses = file.tokens().stream().filter(token -> token.kind() == TokenKind.IDENTIFIER).map(Token::text)
                .distinct().toList();
        var at = file.tokens().getFirst().position();
        return new DeferredItem(new Span(at, 0, file.tokens().size()), DeferredItem.Kind.UNKNOWN, List.of(), uses,
                new DeferredItem.Form.TokensOnly("it does not parse without what a kernel decides"));
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
