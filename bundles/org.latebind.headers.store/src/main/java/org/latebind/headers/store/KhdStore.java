package org.latebind.headers.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
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
 * KernelHeaders (bytes of each header, facts) --lex, share, compress--> k.khd
 * k.khd --open--> HeaderData (reads what it is asked for)
 * </pre>
 */
@Component
public final class KhdStore implements HeaderStore {
    private final Lexer lexer;

    @Activate
    public KhdStore(@Reference Lexer lexer) {
        this.lexer = lexer;
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
                write(headers, out, diagnostics);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(KernelHeaders headers, ContainerWriter out, DiagnosticSink diagnostics) throws IOException {
        var tokens = new TokenWriter();
        var notLexed = new ArrayList<String>();
        headers.headers().forEach((path, content) -> {
            if (!lex(path, content.get(), tokens, diagnostics)) {
                notLexed.add(path);
            }
        });
        var skipped = new ArrayList<>(headers.skipped());
        if (!notLexed.isEmpty()) {
            skipped.add(new Skipped("headers with an unterminated comment", notLexed.size(),
                    notLexed.stream().limit(5).toList()));
        }
        writeFacts(headers, List.copyOf(skipped), out);
        tokens.write(out);
        out.finish();
    }

    private boolean lex(String path, byte[] content, TokenWriter tokens, DiagnosticSink diagnostics) {
        var errors = new ArrayList<Diagnostic>();
        var lexed = lexer.lex(new SourceFile(path, Origin.KERNEL), content, errors::add);
        var error = errors.stream().filter(found -> found.severity() == Severity.ERROR).findFirst();
        error.ifPresentOrElse(
                found -> diagnostics.report(Diagnostic.warning("LB5053", found.where(),
                        "this header is left out: " + found.message())),
                () -> tokens.add(path, lexed, TokenWriter.lines(content), TokenWriter.licence(content)));
        return error.isEmpty();
    }

    private static void writeFacts(KernelHeaders headers, List<Skipped> skipped, ContainerWriter out)
            throws IOException {
        var identity = new ByteSink();
        BuildFacts.writeIdentity(headers.identity(), identity);
        out.section(Sections.IDENTITY, identity.toBytes());
        var build = new ByteSink();
        BuildFacts.write(headers, skipped, build);
        out.section(Sections.BUILD, build.toBytes());
        var config = new ByteSink();
        ConfigTable.write(headers.config(), config);
        out.section(Sections.CONFIG, config.toBytes());
        var symbols = new ByteSink();
        SymbolTable.write(headers.symbols(), symbols);
        out.section(Sections.SYMBOLS, symbols.toBytes());
    }
}
