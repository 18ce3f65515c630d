package org.latebind.preprocessor.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Needs;
import org.latebind.preprocessor.oracle.CompareWithGcc.Outcome;

/** Our token stream is gcc's; skipped where there is no gcc. */
class GccAgreementTest {
    @TempDir
    Path folder;

    @Test
    void macrosAndDirectives() throws IOException {
        assertAgrees("macros.c", List.of("-std=gnu11"));
        assertAgrees("macros.c", List.of("-std=c11"));
        assertAgrees("macros.c", List.of("-std=gnu89", "-funsigned-char"));
        assertAgrees("lines.c", List.of("-std=gnu11"));
    }

    @Test
    void headersOfTheLibrary() throws IOException {
        Needs.hostedC();
        var source = Files.writeString(folder.resolve("library.c"), """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <limits.h>
                #include <math.h>
                #include <tgmath.h>
                #include <pthread.h>
                #include <signal.h>
                #include <stdatomic.h>
                """);
        var flags = new ArrayList<>(List.of("-std=gnu11", "-nostdinc"));
        for (var folder : Gcc.systemFolders()) {
            flags.addAll(List.of("-isystem", folder));
        }
        assertEquals(new Outcome.Agrees(), new CompareWithGcc(flags).compare(source.toString()));
    }

    private void assertAgrees(String resource, List<String> flags) throws IOException {
        Needs.programs("gcc");
        try (var in = GccAgreementTest.class.getResourceAsStream(resource)) {
            var file = folder.resolve(resource);
            Files.write(file, in.readAllBytes());
            assertEquals(new Outcome.Agrees(), new CompareWithGcc(flags).compare(file.toString()));
        }
    }
}
