package org.latebind.kmod;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;

/** The {@code key=value} strings that a module's own C has put into {@code .modinfo}. */
record ModuleInfo(List<String> entries) {
    static final String SECTION = ".modinfo";

    static ModuleInfo of(RelocatableObject module) {
        List<String> entries = new ArrayList<>();
        for (Section section : module.sections()) {
            if (section.name().equals(SECTION)) {
                String text = new String(section.contents().toArray(), StandardCharsets.ISO_8859_1);
                for (String entry : text.split("\0")) {
                    if (!entry.isEmpty()) {
                        entries.add(entry);
                    }
                }
            }
        }
        return new ModuleInfo(List.copyOf(entries));
    }

    List<String> values(String key) {
        return entries.stream()
                .filter(entry -> entry.startsWith(key + "="))
                .map(entry -> entry.substring(key.length() + 1))
                .toList();
    }
}
