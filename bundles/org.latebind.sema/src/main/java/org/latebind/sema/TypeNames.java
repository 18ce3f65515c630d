package org.latebind.sema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.RecordId;

/**
 * Gives types their identities, which are the same in every unit of a kernel that reads the same text.
 *
 * <pre>
 * struct a { struct { int x; } y; };    ─▶  struct a,  struct (unnamed) kernel:include/linux/a.h:1:12
 * void f(void) { struct a { int z; }; } ─▶  struct a module:drv.c:2:16
 * </pre>
 *
 * <p>A macro may write several types at one place, {@code struct_group} does: they are counted, {@code ...:12#2}.
 */
final class TypeNames {
    private final Map<String, Integer> given = new HashMap<>();

    RecordId record(boolean union, Optional<String> tag, boolean ofFile, Position at) {
        return new RecordId(unique(name(union ? "union " : "struct ", tag, ofFile, at)));
    }

    EnumId enumeration(Optional<String> tag, boolean ofFile, Position at) {
        return new EnumId(unique(name("enum ", tag, ofFile, at)));
    }

    private static String name(String kind, Optional<String> tag, boolean ofFile, Position at) {
        var head = kind + tag.orElse("(unnamed)");
        return ofFile && tag.isPresent() ? head : head + ' ' + place(at);
    }

    private static String place(Position at) {
        var origin = switch (at.file().origin()) {
            case MODULE -> "module:";
            case KERNEL -> "kernel:";
            case BUILT_IN -> "";
        };
        return origin + at;
    }

    private String unique(String name) {
        int count = given.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + '#' + count;
    }
}
