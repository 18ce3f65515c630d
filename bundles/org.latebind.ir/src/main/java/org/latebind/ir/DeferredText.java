package org.latebind.ir;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.IrText;
import org.latebind.ir.api.SourceText;
import org.latebind.token.api.Lexer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The IR's text: see the package's documentation for its form. */
@Component
public final class DeferredText implements IrText {
    private static final String HEADER = "latebind-ir 2";

    private final SourceBlock sources;

    @Activate
    public DeferredText(@Reference Lexer lexer) {
        this.sources = new SourceBlock(lexer);
    }

    @Override
    public String print(DeferredModule module) {
        return DeepStack.call(() -> printed(module));
    }

    private String printed(DeferredModule module) {
        var out = new StringBuilder(HEADER).append("\nbuild\n  ");
        new NodePrinter(out, new TokenPlaces(List.of())).print(PlanShapes.BUILD, StoredBuild.of(module.build()), 2);
        for (var file : module.files()) {
            out.append("\nfile ").append(Quoting.quote(file.path()));
            file.license().ifPresent(license -> out.append(" license ").append(Quoting.quote(license)));
            file.text().ifPresent(text ->
                    out.append(" text ").append(Quoting.quote(Base64.getEncoder().encodeToString(text.packed()))));
            out.append('\n');
            sources.print(file.tokens(), out);
            out.append("items\n  ");
            new NodePrinter(out, new TokenPlaces(file.tokens().tokens())).print(PlanShapes.ITEMS, file.items(), 2);
        }
        return out.append('\n').toString();
    }

    @Override
    public DeferredModule read(String text, DiagnosticSink sink) {
        return DeepStack.call(() -> parsed(text, sink));
    }

    private DeferredModule parsed(String text, DiagnosticSink sink) {
        var cursor = new TextCursor(text);
        cursor.expectWord(HEADER);
        cursor.expectWord("build");
        var build = new NodeParser(cursor, SourceFile.BUILT_IN, List.of()).read(PlanShapes.BUILD).description();
        var files = new ArrayList<DeferredFile>();
        while (!cursor.atEnd()) {
            cursor.expectWord("file");
            var file = new SourceFile(cursor.quoted(), Origin.MODULE);
            Optional<String> license = cursor.acceptWord("license") ? Optional.of(cursor.quoted()) : Optional.empty();
            var source = cursor.acceptWord("text") ? Optional.of(text(cursor)) : Optional.<SourceText>empty();
            var lexed = sources.read(file, cursor, sink);
            var items = new NodeParser(cursor, file, lexed.tokens()).read(PlanShapes.ITEMS);
            files.add(new DeferredFile(lexed, items, license, source));
        }
        return new DeferredModule(files, build);
    }

    private static SourceText text(TextCursor cursor) {
        try {
            return SourceText.ofPacked(Base64.getDecoder().decode(cursor.quoted()));
        } catch (IllegalArgumentException e) {
            throw cursor.wrong("the text of a source is not base64");
        }
    }
}
