package org.latebind.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfReader;
import org.latebind.elf.RelocatableObject;

/** Object files, whoever made them. */
final class Objects {
    private Objects() {}

    static RelocatableObject read(Path file) throws IOException {
        return ElfReader.read(file.toString(), Bytes.of(Files.readAllBytes(file)));
    }

    /** How many places of an object refer to an undefined symbol. */
    static long references(RelocatableObject object, String symbol) {
        return object.sections().stream().flatMap(section -> section.relocations().stream())
                .filter(place -> place.symbol() >= 0)
                .map(place -> object.symbols().get(place.symbol()))
                .filter(target -> !target.isDefined() && target.name().equals(symbol))
                .count();
    }
}
