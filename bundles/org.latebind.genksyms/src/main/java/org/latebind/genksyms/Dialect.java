package org.latebind.genksyms;

import java.util.Optional;
import java.util.regex.Pattern;

/** How the genksyms of some kernels reads C. */
public enum Dialect {
    /** 5.10: a {@code _Static_assert} is a syntax error. */
    UNTIL_5_10("declarations-5.11.grammar"),
    /** 5.11 to 6.13. */
    UNTIL_6_13("declarations-5.11.grammar"),
    /** Attributes and names of types that are declared anew stand where C allows them. */
    SINCE_6_14("declarations-6.14.grammar");

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*", Pattern.DOTALL);

    private final String grammar;

    Dialect(String grammar) {
        this.grammar = grammar;
    }

    /** The dialect of a kernel by its release ({@code 6.1.0-50-amd64}); empty before 5.10. */
    public static Optional<Dialect> of(String release) {
        var match = RELEASE.matcher(release);
        if (!match.matches()) {
            return Optional.empty();
        }
        int version = Integer.parseInt(match.group(1)) * 10_000 + Integer.parseInt(match.group(2));
        if (version < 5_0010) {
            return Optional.empty();
        }
        return Optional.of(version == 5_0010 ? UNTIL_5_10 : version < 6_0014 ? UNTIL_6_13 : SINCE_6_14);
    }

    /** The file with its grammar. */
    String grammar() {
        return grammar;
    }

    boolean hasStaticAssert() {
        return this != UNTIL_5_10;
    }

    /** Whether the parser says where a name cannot be a type, so that it may be declared anew. */
    boolean hasNameHints() {
        return this == SINCE_6_14;
    }

    /** Whether vector types of Arm, named address spaces and {@code typeof_unqual} are keywords. */
    boolean hasLaterKeywords() {
        return this == SINCE_6_14;
    }
}
