package org.latebind.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfIdentity;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.SectionRule;
import org.latebind.kmod.api.ModuleKernel;

class LoaderSectionsTest {
    private static final LoaderSections SECTIONS =
            new LoaderSections(List.of(".plt", ".got"), Section.ALLOC, ".attributes");

    private static RelocatableObject object(Section... sections) {
        var identity = new ElfIdentity(ByteOrder.LITTLE_ENDIAN, 1, 0, 0);
        return new RelocatableObject(identity, List.of(sections), List.of(), List.of());
    }

    private static Section section(String name, int bytes) {
        return new Section(name, Section.PROGBITS, Section.ALLOC, 1, Bytes.zeros(bytes), List.of());
    }

    private static Kernel kernel(String... ruled) {
        return new Kernel(Stream.of(ruled).map(name -> new SectionRule(name, 0, List.of())).toList());
    }

    @Test
    void whatTheLinkerScriptNamesIsAdded() {
        var module = object(section(".text", 4));
        assertEquals(object(section(".text", 4), section(".plt", 1)), SECTIONS.addTo(module, kernel(".plt")));
    }

    @Test
    void whatTheModuleHasStays() {
        var module = object(section(".got", 8));
        assertEquals(module, SECTIONS.addTo(module, kernel(".got")));
    }

    @Test
    void attributesAreDropped() {
        var module = object(section(".attributes", 9), section(".text", 4));
        assertEquals(object(section(".text", 4)), SECTIONS.addTo(module, kernel()));
    }

    /** A kernel whose linker script for modules has these sections. */
    private record Kernel(List<SectionRule> moduleSections) implements ModuleKernel {
        @Override
        public String release() {
            return "test";
        }

        @Override
        public String vermagic() {
            return "test";
        }

        @Override
        public Optional<String> config(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<ExportedSymbol> symbol(String name) {
            return Optional.empty();
        }

        @Override
        public List<OptionalLong> constants(String header, List<String> expressions) {
            return List.of();
        }
    }
}
