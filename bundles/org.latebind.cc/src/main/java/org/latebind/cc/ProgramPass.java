package org.latebind.cc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.Definition;
import org.latebind.command.api.ProgramRequest;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.BoundTarget;
import org.latebind.target.api.Targets;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.typed.api.TypedUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads one C file of user space and analyses it for the architecture that the option {@code arch} names.
 *
 * <p>Needs the C library's headers; the compiler's own ({@code stddef.h} and its like) are ours.
 */
@Component(service = Pass.class)
@PassInfo(
        name = "program",
        consumes = ProgramRequest.class,
        produces = {TypedUnit.class, BoundTarget.class},
        options = "arch")
public final class ProgramPass implements Pass {
    private static final SourceFile COMMAND_LINE = new SourceFile("(command line)", Origin.BUILT_IN);

    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final SystemFiles files;
    private final Targets targets;

    @Activate
    public ProgramPass(
            @Reference PreprocessorFactory preprocessors,
            @Reference CParser parser,
            @Reference SemanticAnalysis analysis,
            @Reference Lexer lexer,
            @Reference Targets targets) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.analysis = analysis;
        this.files = new SystemFiles(lexer);
        this.targets = targets;
    }

    @Override
    public void run(RunContext context) {
        var request = context.get(ProgramRequest.class);
        var flags = new CommandFlags(request.flags());
        var target = target(context, flags);
        context.put(BoundTarget.class, target);
        context.offerSourceLines(new HostLines());
        var headers = new HostHeaders(request, target.description().names().gnuType(), files, context.diagnostics());
        var sink = new ProgramSink(context.diagnostics(), flags.silent(), headers);
        var declarations = parse(tokens(request, context, target, headers, sink), context, sink);
        if (sink.hasErrors()) {
            return;
        }
        var name = objectName(request.source());
        var options = AnalysisOptions.of(name, target.description().dataModel(), target.settings().language())
                .withAddressSpaces(target.description().addressSpaces());
        try (var timing = context.time("analyze")) {
            var unit = analysis.analyze(new ProgramScope(new ParsedFileScope(declarations), headers), options, sink);
            if (!sink.hasErrors()) {
                context.put(TypedUnit.class, name, unit);
            }
        }
    }

    private List<Declaration> parse(List<Token> tokens, RunContext context, ProgramSink sink) {
        context.count("tokens", tokens.size());
        try (var timing = context.time("parse")) {
            return parser.parseDeclarations(tokens, name -> false, sink);
        }
    }

    private BoundTarget target(RunContext context, CommandFlags flags) {
        var arch = context.option("arch").orElse("");
        var description = targets.named(arch);
        return new BoundTarget(description, flags.apply(description.userSpaceSettings(flags.userSpace())));
    }

    private List<Token> tokens(
            ProgramRequest request, RunContext context, BoundTarget target, HostHeaders headers, ProgramSink sink) {
        var language = target.settings().language();
        var options = PreprocessorOptions.of(
                        predefined(request, target),
                        new Answers(target.description().personality(target.settings())))
                .withCharUnsigned(!language.charIsSigned())
                .withStrictIso(!language.dialect().isGnu());
        var tokens = new ArrayList<Token>();
        var preprocessor = preprocessors.open(options, headers, sink);
        var first = new IncludeResolver.Request(
                "stdc-predef.h", true, false, COMMAND_LINE, IncludeResolver.Found.NO_SLOT);
        try (var timing = context.time("preprocess")) {
            if (headers.exists(first)) {
                preprocessor.preInclude(first, tokens::add);
            }
            preprocessor.process(headers.main(), tokens::add);
        }
        return tokens;
    }

    private static String predefined(ProgramRequest request, BoundTarget target) {
        var lines = new StringBuilder(target.description().predefinedMacros(target.settings()));
        for (Definition definition : request.definitions()) {
            lines.append("#define ").append(definition.name()).append(' ').append(definition.value()).append('\n');
        }
        request.undefined().forEach(name -> lines.append("#undef ").append(name).append('\n'));
        return lines.toString();
    }

    private static String objectName(Path source) {
        return Optional.ofNullable(source.getFileName()).map(Path::toString).orElse("a.c")
                .replaceFirst("\\.[^.]*$", "") + ".o";
    }
}
