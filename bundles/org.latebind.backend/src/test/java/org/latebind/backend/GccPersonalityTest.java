package org.latebind.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.LanguageSettings.GccVersion;
import org.latebind.target.api.Personality;

class GccPersonalityTest {
    private static Personality of(Dialect dialect, int gcc) {
        return GccPersonality.of(new LanguageSettings(dialect, new GccVersion(gcc, 1, 0), false, false, false, false, false,
                false, false, false, false, false, false));
    }

    /** A header that asks {@code #if __has_feature(x)} is refused before gcc 14, which brought the operator. */
    @Test
    void featuresAreAskedForFromGcc14On() {
        assertEquals(Set.of("__has_attribute", "__has_builtin"), of(Dialect.GNU11, 12).operators());
        var gcc14 = of(Dialect.GNU11, 14);
        assertEquals(Set.of("__has_attribute", "__has_builtin", "__has_feature", "__has_extension"), gcc14.operators());
        assertEquals(0, gcc14.answer("__has_feature", "address_sanitizer"));
        assertEquals(1, gcc14.answer("__has_feature", "c_static_assert"));
        assertEquals(0, of(Dialect.GNU89, 14).answer("__has_feature", "c_static_assert"));
    }

    @Test
    void underscoresDoNotCount() {
        var gcc = of(Dialect.GNU11, 14);
        assertEquals(1, gcc.answer("__has_attribute", "__packed__"));
        assertEquals(1, gcc.answer("__has_feature", "__enumerator_attributes__"));
        assertEquals(0, gcc.answer("__has_builtin", "____builtin_expect__"));
    }
}
