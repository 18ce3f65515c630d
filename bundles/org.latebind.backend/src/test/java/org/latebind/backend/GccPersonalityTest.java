package org.latebind.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.LanguageSettings.GccVersion;
import org.latebind.target.api.Personality;

class GccPersonalityTest {
    /** What release notes and manuals of gcc say which version brought; the first that has {@code __has_builtin} is 10. */
    private static final Map<Integer, List<String>> ATTRIBUTES_OF = Map.of(
            11, List.of("no_stack_protector", "retain"),
            12, List.of("no_sanitize_coverage", "tainted_args", "unavailable", "uninitialized"),
            13, List.of("fd_arg", "fd_arg_read", "fd_arg_write", "strict_flex_array"),
            14, List.of("null_terminated_string_arg"),
            15, List.of("counted_by", "flag_enum", "nonnull_if_nonzero", "reproducible", "unsequenced"),
            16, List.of("btf_decl_tag", "btf_type_tag"));
    private static final Map<Integer, List<String>> BUILTINS_OF = Map.of(
            11, List.of("__builtin_bswap128"),
            12, List.of("__builtin_dynamic_object_size"),
            15, List.of("__builtin_c23_va_start", "__builtin_va_arg"));

    private static Personality of(Dialect dialect, int gcc) {
        return of(dialect, gcc, false, Set.of());
    }

    private static Personality of(Dialect dialect, int gcc, boolean freestanding, Set<GnuAttribute> ofMachine) {
        return GccPersonality.of(new LanguageSettings(dialect, new GccVersion(gcc, 1, 0), false, false, false, freestanding,
                false, false, false, false, false, false, false), ofMachine);
    }

    @Test
    void whatAVersionBroughtIsThereFromItOn() {
        for (int gcc = 10; gcc <= 16; gcc++) {
            var personality = of(Dialect.GNU11, gcc);
            checkFrom(ATTRIBUTES_OF, "__has_attribute", gcc, personality);
            checkFrom(BUILTINS_OF, "__has_builtin", gcc, personality);
        }
    }

    private static void checkFrom(Map<Integer, List<String>> since, String operator, int gcc, Personality personality) {
        since.forEach((first, names) -> names.forEach(name ->
                assertEquals(gcc >= first ? 1 : 0, personality.answer(operator, name), name + " by gcc " + gcc)));
    }

    /** Rows that no list names are of every version. */
    @Test
    void theListsAreWhole() {
        assertEquals(attributesNewIn(10, 16), Set.copyOf(ATTRIBUTES_OF.values().stream().flatMap(List::stream).toList()));
        var builtins = new HashSet<>(of(Dialect.GNU11, 16).builtins());
        builtins.removeAll(of(Dialect.GNU11, 10).builtins());
        assertEquals(builtins, Set.copyOf(BUILTINS_OF.values().stream().flatMap(List::stream).toList()));
    }

    private static Set<String> attributesNewIn(int before, int after) {
        var attributes = new HashSet<>(of(Dialect.GNU11, after).attributes());
        attributes.removeAll(of(Dialect.GNU11, before).attributes());
        return attributes;
    }

    @Test
    void refusedAttributesAreNotThere() {
        assertEquals(0, of(Dialect.GNU11, 12).answer("__has_attribute", "ifunc"));
    }

    @Test
    void attributesOfSomeMachinesAreAskedOfTheTarget() {
        assertEquals(0, of(Dialect.GNU11, 12).answer("__has_attribute", "naked"));
        assertEquals(1, of(Dialect.GNU11, 12, false, Set.of(GnuAttribute.NAKED)).answer("__has_attribute", "naked"));
    }

    @Test
    void theLibraryIsKnownByNameWhereThereIsOne() {
        assertEquals(1, of(Dialect.GNU11, 12).answer("__has_builtin", "memcpy"));
        var freestanding = of(Dialect.GNU11, 12, true, Set.of());
        assertEquals(0, freestanding.answer("__has_builtin", "memcpy"));
        assertEquals(1, freestanding.answer("__has_builtin", "__builtin_memcpy"));
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
