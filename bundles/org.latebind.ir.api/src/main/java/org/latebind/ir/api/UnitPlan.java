package org.latebind.ir.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one translation unit is compiled.
 *
 * @param object the object's path without its ending, {@code core/main}
 * @param source path of the main file
 * @param includeFolders {@code -I} of the module's build, relative to its folder ({@code .} for
 *     itself); searched after the kernel's folders
 * @param macros {@code -D} and {@code -U} in order
 */
public record UnitPlan(String object, String source, List<String> includeFolders, List<MacroOption> macros) {
    public UnitPlan {
        Objects.requireNonNull(object);
        Objects.requireNonNull(source);
        includeFolders = List.copyOf(includeFolders);
        macros = List.copyOf(macros);
    }

    /** {@code KBUILD_BASENAME}. */
    public String baseName() {
        return object.substring(object.lastIndexOf('/') + 1).replace('-', '_').replace(',', '_');
    }

    /** {@code -Dname=value}, or {@code -Uname} where there is no value. */
    public record MacroOption(String name, Optional<String> value) {
        public MacroOption {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }
}
