package org.latebind.backend;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The relocations that a kernel's module loader knows ({@code apply_relocate_add} of its architecture).
 *
 * @param absolute64 the type of an absolute 64-bit address
 * @param relative32 the type of a 32-bit distance
 * @param patched how many bytes each type patches
 */
public record Relocations(int absolute64, int relative32, Map<Integer, Integer> patched) {
    public Relocations {
        patched = Map.copyOf(patched);
    }

    /** The two types that packaging itself makes. */
    public static Relocations of(int absolute64, int relative32) {
        return new Relocations(absolute64, relative32, Map.of(absolute64, 8, relative32, 4));
    }

    /** More types, which all patch so many bytes. */
    public Relocations patching(int bytes, int... types) {
        return patching(bytes, IntStream.of(types));
    }

    /** All types from one number to another, which all patch so many bytes. */
    public Relocations patchingFromTo(int bytes, int first, int last) {
        return patching(bytes, IntStream.rangeClosed(first, last));
    }

    private Relocations patching(int bytes, IntStream types) {
        var all = new TreeMap<>(patched);
        types.forEach(type -> {
            if (all.put(type, bytes) != null) {
                throw new IllegalArgumentException("relocation type " + type + " is listed twice");
            }
        });
        return new Relocations(absolute64, relative32, all);
    }

    /** The types that the module loader knows. */
    public Set<Integer> types() {
        return patched.keySet();
    }

    /** How many bytes a relocation patches; empty for a type that the module loader does not know. */
    public OptionalInt patchedBytes(int type) {
        var bytes = patched.get(type);
        return bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes);
    }
}
