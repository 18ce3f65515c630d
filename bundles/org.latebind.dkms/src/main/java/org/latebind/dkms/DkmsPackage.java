package org.latebind.dkms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a {@code dkms.conf} says for one kernel.
 *
 * @param make the command as dkms hands it to bash, in the build folder, with what it puts in: {@code -j} and {@code
 *     KERNELRELEASE} behind a leading {@code make}
 * @param patches to be applied in this order, below {@code patches/}
 * @param preBuild a script of the package with its arguments, run in the build folder before make
 * @param buildDepends packages that must be installed before
 * @param stated other directives that a package may have, by name: {@code POST_INSTALL}, {@code REMAKE_INITRD}
 * @param warnings what dkms warns of
 */
public record DkmsPackage(String name, String version, List<DkmsModule> modules, String make, List<String> patches,
        Optional<String> preBuild, DkmsVerdict verdict, List<String> buildDepends, boolean autoInstall,
        Optional<String> obsoleteBy, Map<String, String> stated, List<String> warnings) {
    public DkmsPackage {
        modules = List.copyOf(modules);
        patches = List.copyOf(patches);
        buildDepends = List.copyOf(buildDepends);
        stated = java.util.Collections.unmodifiableMap(new TreeMap<>(stated));
        warnings = List.copyOf(warnings);
    }
}
