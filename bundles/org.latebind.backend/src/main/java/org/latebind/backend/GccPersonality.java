package org.latebind.backend;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.gnuc.Effect;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.Personality;

/**
 * Answers to {@code __has_attribute}, {@code __has_builtin} and {@code __has_feature}: what gcc of that version answers, but
 * 0 for what is refused here. A feature is here likewise; no sanitizer is.
 */
public final class GccPersonality {
    private static final Set<String> FEATURES = Set.of(
            "attribute_deprecated_with_message", "enumerator_attributes");

    /** Those that C11 brought. */
    private static final Set<String> C11_FEATURES = Set.of(
            "c_alignas", "c_alignof", "c_generic_selections", "c_static_assert");

    private GccPersonality() {}

    /** @param ofMachine the attributes {@link GnuAttribute.Gcc#OF_SOME_MACHINES} that gcc has for this one */
    public static Personality of(LanguageSettings language, Set<GnuAttribute> ofMachine) {
        return new Personality(
                attributes(language.gcc().major(), ofMachine),
                builtins(language),
                language.gcc().major() >= 14 ? Optional.of(features(language)) : Optional.empty(),
                false);
    }

    private static Set<String> attributes(int gcc, Set<GnuAttribute> ofMachine) {
        return Stream.of(GnuAttribute.values())
                .filter(a -> a.isIn(gcc) || ofMachine.contains(a))
                .filter(a -> a.effect() != Effect.REFUSED)
                .map(GnuAttribute::spelling)
                .collect(Collectors.toSet());
    }

    private static Set<String> builtins(LanguageSettings language) {
        return Stream.of(BuiltinFunction.values())
                .filter(b -> b.isIn(language.gcc().major()))
                .flatMap(b -> b.is(Property.LIBRARY) && !language.freestanding()
                        ? Stream.of(b.spelling(), b.bareName())
                        : Stream.of(b.spelling()))
                .collect(Collectors.toSet());
    }

    private static Set<String> features(LanguageSettings language) {
        var features = new HashSet<>(FEATURES);
        if (language.dialect().stdcVersion() >= 201112) {
            features.addAll(C11_FEATURES);
        }
        return features;
    }
}
