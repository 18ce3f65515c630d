package org.latebind.backend;

import java.util.List;
import java.util.Objects;
import org.latebind.elf.Bytes;
import org.latebind.elf.ObjectEditor;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.headers.api.SectionRule;
import org.latebind.kmod.api.ModuleKernel;

/**
 * Sections in which a kernel's module loader makes its tables of far calls and addresses
 * ({@code module_frob_arch_sections}). A module has them where the kernel's linker script names them.
 *
 * @param names in the loader's order
 * @param flags of each such section
 * @param dropped a section of attributes that only linkers read, and the kernel's linker script leaves out
 */
public record LoaderSections(List<String> names, long flags, String dropped) {
    public LoaderSections {
        names = List.copyOf(names);
        Objects.requireNonNull(dropped);
    }

    /** The module with these sections, as far as it lacks them. */
    public RelocatableObject addTo(RelocatableObject merged, ModuleKernel kernel) {
        var editor = new ObjectEditor(merged);
        merged.sectionIndex(dropped).ifPresent(editor::drop);
        var ruled = kernel.moduleSections().stream().map(SectionRule::name).toList();
        for (var name : names) {
            if (ruled.contains(name) && merged.sectionIndex(name).isEmpty()) {
                // One byte, as the kernel's linker script has it: an empty section would be dropped.
                editor.add(new Section(name, Section.PROGBITS, flags, 1, Bytes.of(new byte[1]), List.of()));
            }
        }
        return editor.build();
    }
}
