package org.latebind.headers.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.EventRecorder;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderStore;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.Skipped;
import org.latebind.token.api.Lexer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Stores header data as {@code .khd} files.
 *
 * <pre>
 * KernelHeaders (bytes of each header, facts) --lex, share, compress--> k.khd without events
 *                                             --open, record--> event logs --> k.khd
 * k.khd --open--> HeaderData (reads what it is asked for)
 * </pre>
 */
@Component
public final class KhdStore implements HeaderStore {
    private final Lexer lexer;
    private final EventRecorder recorder;

    @Activate
    public KhdStore(@Reference Lexer lexer, @Reference EventRecorder recorder) {
        this.lexer = lexer;
        this.recorder = recorder;
    }

    @Override
    public HeaderData open(Path file) {
        var container = Container.open(file);
        try {
            return new KhdHeaderData(container);
        } catch (RuntimeException damaged) {
            container.close();
            throw damaged;
        }
    }

    @Override
    public void write(KernelHeaders headers, Path file, DiagnosticSink diagnostics) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        // Not a temporary file of Java's: those are for their owner only, and a move keeps that.
        var unfinished = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (var out = new ContainerWriter(unfinished)) {
                var numbers = write(headers, out, diagnostics);
                writeEvents(unfinished, numbers, out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private SpellingNumbers write(KernelHeaders headers, ContainerWriter out, DiagnosticSink diagnostics) throws IOException {
        var tokens = new TokenWriter();
        var notLexed = new ArrayList<String>();
        var lexing = new InOrder<Lexed>(lexed -> {
            if (!add(lexed, tokens, diagnostics)) {
                notLexed.add(lexed.path());
            }
        });
        for (var header : headers.headers().entrySet()) {
            var content = header.getValue().get();
            lexing.add(() -> lex(header.getKey(), content));
        }
        lexing.finish();
        var skipped = new ArrayList<>(headers.skipped());
        if (!notLexed.isEmpty()) {
            skipped.add(new Skipped("headers with an unterminated comment", notLexed.size(),
                    notLexed.stream().limit(5).toList()));
        }
        writeFacts(headers, List.copyOf(skipped), out);
        tokens.write(out);
        out.finish();
        return tokens.numbers();
    }

    /** Adds what the file's own reader gives a recorder to see. */
    private void writeEvents(Path file, SpellingNumbers numbers, ContainerWriter out) throws IOException {
        try (var data = new KhdHeaderData(Container.open(file))) {
            var recorded = recorder.record(data);
            new EventWriter(data.index(), numbers).write(recorded, out);
        }
        out.finish();
    }

    /** A header lexed, or why it cannot be. */
    private record Lexed(String path, Optional<Diagnostic> error, LexedHeader header) {}

    private Lexed lex(String path, byte[] content) {
        var errors = new ArrayList<Diagnostic>();
        var lexed = lexer.lex(new SourceFile(path, Origin.KERNEL), content, errors::add);
        var error = errors.stream().filter(found -> found.severity() == Severity.ERROR).findFirst();
        return new Lexed(path, error, LexedHeader.of(lexed, content));
    }

    private static boolean add(Lexed lexed, TokenWriter tokens, DiagnosticSink diagnostics) {
        lexed.error().ifPresentOrElse(
                found -> diagnostics.report(Diagnostic.warning("LB5053", found.where(),
                        "this header is omitted: " + found.message())),
                () -> tokens.add(lexed.path(), lexed.header()));
        return lexed.error().isEmpty();
    }

    private static void writeFacts(KernelHeaders headers, List<Skipped> skipped, ContainerWriter out)
            throws IOException {
        var identity = new ByteSink();
        BuildFacts.writeIdentity(headers.identity(), identity);
        out.section(Sections.IDENTITY, identity.toBytes());
        var build = new ByteSink();
        BuildFacts.write(headers, skipped, build);
        out.section(Sections.BUILD, build.toBytes());
        var makefiles = new ByteSink();
        BuildFacts.writeMakefiles(headers.kbuild(), makefiles);
        out.section(Sections.MAKEFILES, makefiles.toBytes());
        var config = new ByteSink();
        ConfigTable.write(headers.config(), config);
        out.section(Sections.CONFIG, config.toBytes());
        var symbols = new ByteSink();
        SymbolTable.write(headers.symbols(), symbols);
        out.section(Sections.SYMBOLS, symbols.toBytes());
    }
}
