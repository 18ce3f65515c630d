package org.latebind.kmod.api;

import java.util.Objects;

/**
 * The object that a translation unit of a kernel module is compiled to. Its text names the unit's artifacts in a run.
 *
 * @param module that of the module's file without {@code .ko}
 * @param object path of the object without its ending, {@code core/main}
 */
public record ObjectName(String module, String object) {
    public ObjectName {
        Objects.requireNonNull(module);
        Objects.requireNonNull(object);
        if (module.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a module's name: '" + module + "'");
        }
    }

    /** Undoes {@link #toString}; an object without a module's name is the only one of a module of its own name. */
    public static ObjectName parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new ObjectName(text, text)
                : new ObjectName(text.substring(0, slash), text.substring(slash + 1));
    }

    /** What the kernel calls the module, {@code KBUILD_MODNAME}. */
    public String modname() {
        return modname(module);
    }

    /** {@code KBUILD_MODNAME} of a module: scripts/Makefile.lib, {@code name-fix-token}. */
    static String modname(String module) {
        return module.replace('-', '_').replace(',', '_');
    }

    @Override
    public String toString() {
        return module + "/" + object;
    }
}
