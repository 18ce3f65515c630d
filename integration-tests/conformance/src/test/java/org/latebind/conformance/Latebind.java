package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.latebind.kit.Appliance;

/** The distribution's commands, in one framework for all programs. */
final class Latebind {
    private Latebind() {}

    static Appliance.Ran run(Object... words) throws Exception {
        return Appliance.shared().run(words);
    }

    /** A program's object. */
    static void compile(Path source, Path object, List<String> flags) throws Exception {
        var words = new ArrayList<>(List.of("cc", "-c", source.toString(), "-o", object.toString()));
        words.addAll(flags);
        var ran = run(words.toArray());
        assertEquals(0, ran.status(), ran.toString());
    }

    /** The flag that asks for code of another architecture than this machine's. */
    static List<String> of(String arch) {
        return List.of("--set", "arch=" + arch);
    }
}
