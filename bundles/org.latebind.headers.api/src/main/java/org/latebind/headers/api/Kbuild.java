package org.latebind.headers.api;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What kbuild is when it builds a module for this kernel: with it the module's own makefiles can be evaluated.
 *
 * <pre>
 * make -C /lib/modules/6.1.0-57-amd64/build M=... modules
 *   Makefile, arch/x86/Makefile    evaluated when the kernel was ingested: variables
 *   scripts/Makefile.build         reads the module's Kbuild, with these variables in its environment: files
 * </pre>
 *
 * @param variables what the top Makefile exports to the makes that it starts, by name; paths begin with {@link
 *     #SOURCE}, {@link #OBJECT} or {@link #MODULE}
 * @param source name of the folder with the kernel's sources: {@code linux-headers-6.1.0-57-common}
 * @param object name of the folder with what was generated for the kernel; often the same
 * @param files makefiles, and what makefiles of modules read of a build tree ({@code include/config/auto.conf}, {@code
 *     .config}), by path in the tree; every character is a byte (ISO 8859-1)
 */
public record Kbuild(
        String source, String object, SortedMap<String, String> variables, SortedMap<String, String> files) {
    /** In a variable, the folder with the kernel's sources. */
    public static final String SOURCE = "@source@";
    /** In a variable, the folder with what was generated for the kernel. */
    public static final String OBJECT = "@object@";
    /** In a variable, the module's folder. */
    public static final String MODULE = "@module@";
    /** What no kernel is built with: there are no makefiles. */
    public static final Kbuild NONE = new Kbuild("", "", new TreeMap<>(), new TreeMap<>());

    public Kbuild {
        Objects.requireNonNull(source);
        Objects.requireNonNull(object);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
