package org.latebind.gnuc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latebind.gnuc.BuiltinFunction.Property;

class TablesTest {
    @ParameterizedTest
    @EnumSource(BuiltinFunction.class)
    void aSignatureReadsAsItPrints(BuiltinFunction builtin) {
        var signature = builtin.signature();
        assertEquals(signature, Signature.parse(signature.toString()));
        assertTrue(signature.required() <= signature.parameters().size());
    }

    @ParameterizedTest
    @EnumSource(BuiltinFunction.class)
    void aBuiltinIsFoundByItsName(BuiltinFunction builtin) {
        assertTrue(BuiltinFunction.isReserved(builtin.spelling()));
        assertEquals(Optional.of(builtin), BuiltinFunction.spelled(builtin.spelling()));
        assertEquals(builtin.is(Property.LIBRARY), BuiltinFunction.ofLibrary(builtin.bareName()).isPresent());
    }

    /** What folds gives nothing but a value; what is only called has a library to call. */
    @ParameterizedTest
    @EnumSource(BuiltinFunction.class)
    void propertiesGoTogether(BuiltinFunction builtin) {
        assertTrue(!builtin.is(Property.FOLDS) || builtin.is(Property.PURE));
        switch (builtin.meaning()) {
            case LIBRARY_CALL, KNOWN_CALL, STRING_LENGTH -> assertTrue(builtin.is(Property.LIBRARY));
            default -> { }
        }
    }

    @Test
    void everyMeaningAndEffectIsOfSomething() {
        var meanings = EnumSet.allOf(Meaning.class);
        Arrays.stream(BuiltinFunction.values()).map(BuiltinFunction::meaning).forEach(meanings::remove);
        assertEquals(EnumSet.noneOf(Meaning.class), meanings);
        var effects = EnumSet.allOf(Effect.class);
        Arrays.stream(GnuAttribute.values()).map(GnuAttribute::effect).forEach(effects::remove);
        assertEquals(EnumSet.noneOf(Effect.class), effects);
    }

    @Test
    void namesAreThoseOfGcc() {
        assertEquals("__builtin_clzll", BuiltinFunction.CLZLL.spelling());
        assertEquals("__atomic_load_n", BuiltinFunction.ATOMIC_LOAD_N.spelling());
        assertEquals("__builtin___memcpy_chk", BuiltinFunction.__MEMCPY_CHK.spelling());
        assertEquals("_exit", BuiltinFunction._EXIT.bareName());
        assertEquals("always_inline", GnuAttribute.ALWAYS_INLINE.spelling());
    }

    @Test
    void aSignatureHasRequiredAndOtherParameters() {
        var signature = Signature.parse("void(const volatile void *, constant?, constant?)");
        assertEquals(1, signature.required());
        assertEquals(new SignatureType(SignatureType.Base.VOID, true, true, true), signature.parameters().getFirst());
        assertTrue(Signature.parse("int(const char *, ...)").variadic());
        assertThrows(IllegalArgumentException.class, () -> Signature.parse("int(quux)"));
        assertThrows(IllegalArgumentException.class, () -> Signature.parse("int"));
    }
}
