package org.latebind.codegen.api;

import java.util.Objects;

/**
 * One entry of {@code !llvm.module.flags}.
 *
 * @param behavior what the IR linker does when two modules differ (LLVM language reference, "Module
 *     Flags Metadata"): 1 error, 2 warning, 7 max, 8 min
 * @param value a decimal number, or a string in double quotes
 */
public record ModuleFlag(int behavior, String name, String value) {
    public ModuleFlag {
        Objects.requireNonNull(name);
        if (!value.matches("\\d+|\"[^\"\\\\]*\"")) {
            throw new IllegalArgumentException("not a module flag's value: " + value);
        }
    }

    public static ModuleFlag number(int behavior, String name, int value) {
        return new ModuleFlag(behavior, name, Integer.toString(value));
    }

    public static ModuleFlag string(int behavior, String name, String value) {
        return new ModuleFlag(behavior, name, '"' + value + '"');
    }

    /** The metadata node as IR text, {@code !{i32 1, !"wchar_size", i32 2}}. */
    public String text() {
        var operand = value.startsWith("\"") ? "!" + value : "i32 " + value;
        return "!{i32 " + behavior + ", !\"" + name + "\", " + operand + "}";
    }
}
