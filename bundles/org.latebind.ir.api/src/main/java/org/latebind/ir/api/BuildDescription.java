package org.latebind.ir.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What says which kernel modules are built, of which files, with which flags. */
@ProviderType
public sealed interface BuildDescription {
    /**
     * The command line of {@code compile} named the files: the build is the same for every kernel.
     *
     * @param modules in the order of the build; at least one
     */
    record Listed(List<ModulePlan> modules) implements BuildDescription {
        public Listed {
            modules = List.copyOf(modules);
            if (modules.isEmpty()) {
                throw new IllegalArgumentException("a build has at least one kernel module");
            }
        }
    }

    /**
     * A package with makefiles: a link evaluates them, as the kernel's own kbuild would.
     *
     * @param name as which its folder is known
     * @param folder the one that is built, relative to the package's; {@code .} for itself
     * @param files all its files, sorted by path
     */
    record Package(String name, String folder, List<File> files) implements BuildDescription {
        public Package {
            Objects.requireNonNull(folder);
            files = List.copyOf(files);
            if (name.isEmpty() || name.contains("/")) {
                throw new IllegalArgumentException("not a folder's name: '" + name + "'");
            }
        }
    }

    /**
     * A file of a package.
     *
     * @param path relative to the package's folder
     * @param text of makefiles, and of what else an evaluation may read
     */
    record File(String path, Optional<String> text) {
        public File {
            Objects.requireNonNull(path);
            Objects.requireNonNull(text);
        }
    }
}
