package org.latebind.kmod.api;

import java.util.List;
import java.util.Objects;
import org.latebind.elf.Bytes;
import org.latebind.headers.api.ExportedSymbol;

/**
 * A module ready to load.
 *
 * @param file the {@code .ko}
 * @param exports what the module offers to other modules
 * @param depends names of the modules that must be loaded first, sorted
 * @param imports kernel and module symbols it binds to, sorted
 */
public record PackagedModule(
        Bytes file, List<ExportedSymbol> exports, List<String> depends, List<String> imports) {
    public PackagedModule {
        Objects.requireNonNull(file);
        exports = List.copyOf(exports);
        depends = List.copyOf(depends);
        imports = List.copyOf(imports);
    }
}
