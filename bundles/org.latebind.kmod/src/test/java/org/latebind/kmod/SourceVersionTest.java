package org.latebind.kmod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.ir.api.SourceText;
import org.latebind.kmod.api.ObjectSources;
import org.latebind.kmod.api.ObjectSources.OwnFile;

/** Checksums next to those of kbuild ({@code srcversion/README}). */
class SourceVersionTest {
    private static final Path FOLDER = Path.of("src/test/resources/srcversion");

    /** As gcc lists what the units read. */
    private static final List<ObjectSources> MODULE = List.of(
            object("main", "foo.h", "foo.h", "inc/bar.h", "inc/baz.h", "inc/bar.h", "sub/../foo2.h", "./foo3.h"),
            object("sub/core", "sub/near.h", "sub/../foo2.h", "foo.h"));

    private static ObjectSources object(String name, String... headers) {
        return new ObjectSources(name, file(name + ".c"), Stream.of(headers).map(SourceVersionTest::file).toList());
    }

    private static OwnFile file(String name) {
        try {
            return new OwnFile(name, Optional.of(SourceText.of(Files.readAllBytes(FOLDER.resolve(name)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(int major, int minor) {
        return new SourceVersion(new ModpostVersion((long) major << 16 | minor << 8)).of("sv", MODULE, ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void isKbuilds() {
        assertEquals("B461B2C630ED541CEE9C2A9", version(5, 10));
        assertEquals("B461B2C630ED541CEE9C2A9", version(6, 1));
        assertEquals("15AA114836A27B46E840F25", version(6, 12));
        assertEquals("33B50D942CFB2476E0B4997", version(7, 2));
    }

    @Test
    void unknownTextIsRefused() {
        var source = new SourceVersion(new ModpostVersion(0));
        var unknown = new ObjectSources("a", new OwnFile("a.c", Optional.empty()), List.of());
        for (var objects : List.of(List.of(unknown), List.<ObjectSources>of())) {
            var refusal = assertThrows(DiagnosticException.class, () -> source.of("a", objects, ByteOrder.LITTLE_ENDIAN));
            assertEquals("LB8025", refusal.diagnostic().code());
        }
    }
}
