package org.latebind.cc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions.Optimization;

class CommandFlagsTest {
    private static TargetSettings settings(String... words) {
        var flags = new CommandFlags(List.of(words));
        return flags.apply(new X86Target().userSpaceSettings(flags.userSpace()));
    }

    @Test
    void withoutFlagsItIsWhatGccDoes() {
        var settings = settings();
        assertEquals(Dialect.GNU17, settings.language().dialect());
        assertTrue(settings.language().charIsSigned());
        assertFalse(settings.language().freestanding());
        assertFalse(settings.language().commonVariables());
    }

    @Test
    void theLastOfContraryFlagsCounts() {
        assertEquals(Dialect.GNU89, settings("-std=gnu11", "-std=gnu90").language().dialect());
        assertTrue(settings("-fno-common", "-fcommon").language().commonVariables());
        assertFalse(settings("-fcommon", "-fno-common").language().commonVariables());
        assertFalse(settings("-funsigned-char").language().charIsSigned());
        assertEquals(Optimization.O3, new CommandFlags(List.of("-O1", "-O3")).userSpace().optimization());
    }

    @Test
    void noLevelIsWithoutFolding() {
        var settings = settings("-O0");
        assertFalse(settings.language().optimizing());
        assertEquals("default<O1>", settings.codegen().passes());
    }

    @Test
    void absentBuiltinsAreSaidOfEveryFunction() {
        assertTrue(settings("-fno-builtin").codegen().functionAttributes(Set.of()).contains("\"no-builtins\""));
        assertTrue(settings("-fno-builtin-abs").codegen().functionAttributes(Set.of()).contains("\"no-builtin-abs\""));
        assertTrue(settings("-ffreestanding").language().freestanding());
    }

    @Test
    void nullPointersAreValidWhereNoCheckMayGo() {
        assertTrue(settings("-fno-delete-null-pointer-checks").codegen().functionAttributes(Set.of())
                .contains("null_pointer_is_valid"));
        assertFalse(settings().codegen().functionAttributes(Set.of()).contains("null_pointer_is_valid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-ftrapv", "-fnon-call-exceptions", "-finstrument-functions", "-mavx2", "-fopenmp", "-ffast-math",
        "-fsanitize=undefined", "-std=c++11", "-fpack-struct", "-fshort-enums", "-Wa,-x", "--no-such-flag"
    })
    void whatChangesAProgramAndIsNotKnownIsRefused(String flag) {
        assertThrows(DiagnosticException.class, () -> settings(flag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Wall", "-w", "-fno-strict-aliasing", "-fwrapv", "-g", "-fno-tree-vrp", "-fno-inline"})
    void whatChangesNothingIsTaken(String flag) {
        assertEquals(settings(), settings(flag));
    }
}
