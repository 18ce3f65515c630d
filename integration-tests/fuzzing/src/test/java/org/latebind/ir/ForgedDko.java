package org.latebind.ir;

import java.io.IOException;
import java.nio.file.Path;
import org.latebind.ir.api.DeferredModule;

/** Deferred modules with foreign content under right checksums, which a fuzzer would never guess. */
public final class ForgedDko {
    private ForgedDko() {}

    public static byte[] content(DeferredModule module) {
        return DkoContent.write(module);
    }

    public static void write(Path to, byte[] content) throws IOException {
        DkoFormat.store(content, to);
    }
}
