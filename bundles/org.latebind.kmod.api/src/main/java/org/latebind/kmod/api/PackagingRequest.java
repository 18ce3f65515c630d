package org.latebind.kmod.api;

import java.util.List;
import java.util.Objects;
import org.latebind.elf.Bytes;
import org.latebind.headers.api.ExportedSymbol;

/**
 * One module to package.
 *
 * <p>Its objects are called as {@link ObjectName} prints them, by which {@code versions} is asked.
 *
 * @param name that of the module's file without {@code .ko}
 * @param objects the compiled translation units, in the order of the module's build
 * @param versions of what the module exports
 * @param siblings exports of modules that are linked together with this one and may be imported
 * @param sources what the objects were compiled of, in the same order; empty where it is not known
 */
public record PackagingRequest(
        String name, List<ObjectFile> objects, ModuleKernel kernel, ExportVersions versions,
        List<ExportedSymbol> siblings, List<ObjectSources> sources) {

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
        Objects.requireNonNull(versions);
        siblings = List.copyOf(siblings);
        sources = List.copyOf(sources);
    }

    /** Of sources that are not known. */
    public PackagingRequest(
            String name, List<ObjectFile> objects, ModuleKernel kernel, ExportVersions versions,
            List<ExportedSymbol> siblings) {
        this(name, objects, kernel, versions, siblings, List.of());
    }

    /** What the kernel calls the module, {@code KBUILD_MODNAME}. */
    public String modname() {
        return ObjectName.modname(name);
    }
}
