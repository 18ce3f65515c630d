package org.latebind.llvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.DiagnosticException;

class LlvmSettingsTest {
    @Test
    void configurationGoesBeforeTheFrameworksProperties() {
        var settings = LlvmSettings.from(Map.of("workers", "3"), Map.of(
                "org.latebind.llvm.workers", "5", "org.latebind.llvm.isolation", "worker")::get);
        assertEquals(new LlvmSettings(true, Optional.empty(), Optional.empty(), 3, 600), settings);
    }

    @Test
    void aWrongValueNamesItsSetting() {
        for (var wrong : Map.of("workers", "many", "timeout", "0", "isolation", "yes").entrySet()) {
            var refused = assertThrows(IllegalArgumentException.class,
                    () -> LlvmSettings.from(Map.of(wrong.getKey(), wrong.getValue()), key -> null));
            assertTrue(refused.getMessage().startsWith(
                    "setting 'org.latebind.llvm." + wrong.getKey() + "': '" + wrong.getValue() + "' is not "),
                    refused.getMessage());
        }
    }

    @Test
    void whoNeedsLlvmIsToldOfAWrongSetting() {
        var llvm = new LlvmService(() -> LlvmSettings.from(Map.of("workers", "many"), key -> null), Optional.empty());
        var refused = assertThrows(DiagnosticException.class, llvm::version);
        assertEquals("LB7513", refused.diagnostic().code());
        assertTrue(refused.diagnostic().message().contains("'org.latebind.llvm.workers'"), refused.toString());
    }

    @Test
    void whoNeedsLlvmIsToldWhereItIsNot(@TempDir Path empty) {
        var llvm = new LlvmService(
                () -> new LlvmSettings(false, Optional.of(empty), Optional.empty(), 1, 60), Optional.empty());
        var refused = assertThrows(DiagnosticException.class, llvm::version);
        assertEquals("LB7509", refused.diagnostic().code());
    }
}
