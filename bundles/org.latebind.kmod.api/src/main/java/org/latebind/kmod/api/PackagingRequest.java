package org.latebind.kmod.api;

import java.util.List;
import java.util.Objects;
import org.latebind.elf.api.Bytes;
import org.latebind.headers.api.ExportedSymbol;

/**
 * One module to package.
 *
 * @param name {@code KBUILD_MODNAME}: letters, digits and underscores
 * @param objects the compiled translation units, in the order of the module's build
 * @param siblings exports of modules that are linked together with this one and may be imported
 */
public record PackagingRequest(
        String name, List<ObjectFile> objects, ModuleKernel kernel, List<ExportedSymbol> siblings) {

    /**
     * One compiled translation unit.
     *
     * @param name what diagnostics call it
     */
    public record ObjectFile(String name, Bytes contents) {
        public ObjectFile {
            Objects.requireNonNull(name);
            Objects.requireNonNull(contents);
        }
    }

    public PackagingRequest {
        Objects.requireNonNull(name);
        objects = List.copyOf(objects);
        Objects.requireNonNull(kernel);
        siblings = List.copyOf(siblings);
    }
}
