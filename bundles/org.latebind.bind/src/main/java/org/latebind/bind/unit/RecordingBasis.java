package org.latebind.bind.unit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.latebind.target.api.BoundTarget;

/**
 * What event logs and outlines follow from besides the headers: our compiler's answers to {@code __has_attribute} and
 * its like, predefined macros aside, which are in the logs. A later version may answer otherwise.
 */
public final class RecordingBasis {
    /** Raised when runs are recorded or cut into declarations otherwise than before. */
    private static final int REVISION = 1;

    private RecordingBasis() {}

    public static String of(BoundTarget target) {
        var personality = target.description().personality(target.settings());
        var text = REVISION + "\n" + new TreeSet<>(personality.attributes()) + "\n" + new TreeSet<>(personality.builtins())
                + "\n" + personality.features().map(TreeSet::new) + "\n" + personality.compilerHeaders();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
