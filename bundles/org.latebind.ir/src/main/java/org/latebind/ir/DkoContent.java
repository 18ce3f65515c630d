package org.latebind.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.bytes.ByteSink;
import org.latebind.bytes.ByteSource;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.SourceText;
import org.latebind.syntax.api.PartType;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;

/**
 * What a {@code .dko} holds, unpacked.
 *
 * <pre>
 * content  texts, build, count of files, file ...
 * file     path, license?, count of bytes, source text, tokens, items
 * </pre>
 */
final class DkoContent {
    private static final PartType<Optional<String>> LICENCE = PartType.maybe(PartType.TEXT);

    private DkoContent() {}

    static byte[] write(DeferredModule module) {
        var texts = new TextTable();
        var body = new ByteSink();
        new NodeWriter(body, texts, new TokenPlaces(List.of())).write(PlanShapes.BUILD, StoredBuild.of(module.build()));
        body.number(module.files().size());
        for (var file : module.files()) {
            var nodes = new NodeWriter(body, texts, new TokenPlaces(file.tokens().tokens()));
            nodes.write(PartType.TEXT, file.path());
            nodes.write(LICENCE, file.license());
            // The packed form of no bytes has some: none stand for no text.
            var text = file.text().map(SourceText::packed).orElse(new byte[0]);
            body.number(text.length);
            body.bytes(text);
            TokenCodec.write(file.tokens().tokens(), texts, body);
            nodes.write(PlanShapes.ITEMS, file.items());
        }
        var content = new ByteSink();
        texts.write(content);
        content.bytes(body.toBytes());
        return content.toBytes();
    }

    static DeferredModule read(byte[] content, Lexer lexer) {
        var in = new ByteSource(content, DamagedContentException::new);
        var texts = TextTable.read(in);
        var plans = new NodeReader(in, texts, SourceFile.BUILT_IN, List.of());
        var build = plans.read(PlanShapes.BUILD).description();
        var files = new ArrayList<DeferredFile>();
        for (int count = in.count(); count > 0; count--) {
            var file = new SourceFile(plans.read(PartType.TEXT), Origin.MODULE);
            var license = plans.read(LICENCE);
            var text = Optional.of(in.bytes(in.count())).filter(bytes -> bytes.length > 0).map(SourceText::ofPacked);
            var tokens = new LexedFile(file, TokenCodec.read(file, texts, in, lexer));
            var items = new NodeReader(in, texts, file, tokens.tokens()).read(PlanShapes.ITEMS);
            files.add(new DeferredFile(tokens, items, license, text));
        }
        if (in.remaining() > 0) {
            throw new DamagedContentException("something follows its end");
        }
        return new DeferredModule(files, build);
    }
}
