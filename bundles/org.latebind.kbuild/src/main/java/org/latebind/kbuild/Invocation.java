package org.latebind.kbuild;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call of kbuild for a folder of modules: {@code make -C KERNEL M=FOLDER name=value modules}.
 *
 * @param folder absolute
 * @param variables what the command line sets besides {@code M}
 * @param environment what the environment has
 */
record Invocation(String folder, SortedMap<String, String> variables, SortedMap<String, String> environment) {
    Invocation {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    static Invocation of(String folder) {
        return new Invocation(folder, new TreeMap<>(), new TreeMap<>());
    }
}
