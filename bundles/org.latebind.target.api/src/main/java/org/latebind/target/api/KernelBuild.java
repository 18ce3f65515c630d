package org.latebind.target.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a kernel's header package tells of how that kernel was built. */
@ProviderType
public interface KernelBuild {
    /** {@code 6.1.0-50-amd64}: the kernel's release, as {@code uname -r} has it. */
    String release();

    /**
     * The value of an option as {@code .config} has it: {@code y}, {@code m}, a number, or a string
     * with its quotes; empty when not set.
     *
     * @param option without {@code CONFIG_}
     */
    Optional<String> config(String option);

    /** The text of a file of the header tree, by its path from the tree's root; empty if not there. */
    Optional<String> file(String path);

    /**
     * The flags that kbuild gives the compiler for a module's C files, in order, evaluated from the
     * kernel's Makefiles and config; a later flag overrides an earlier one of its kind. Flags that
     * kbuild asks the compiler about first ({@code cc-option}) are in it, known to a compiler or not.
     */
    List<String> compilerFlags();

    /** Whether an option is {@code y}. */
    default boolean isSet(String option) {
        return config(option).filter("y"::equals).isPresent();
    }
}
