package org.latebind.kbuild;

import java.util.SortedMap;

/**
 * Where kbuild runs for an external module, and how it calls the module's folder.
 *
 * <pre>
 * before 6.13   in the kernel's folder   obj=/usr/src/vpoll
 * since         in the module's          obj=.   srcroot=.
 * </pre>
 *
 * @param folder the one that make runs in
 * @param objects {@code obj}
 */
record KbuildPaths(String folder, String objects, boolean hasSourceRoot) {
    static KbuildPaths of(BuildMachine machine, String module) {
        // 13b25489b6f8 ("kbuild: change working directory to external module directory with M=")
        return machine.headers().kbuild().files().getOrDefault("Makefile", "").contains("srcroot")
                ? new KbuildPaths(module, ".", true)
                : new KbuildPaths(machine.objectFolder(), module, false);
    }

    /** Sets what the top Makefile would have set for this module. */
    void setIn(SortedMap<String, String> environment) {
        if (hasSourceRoot) {
            environment.put("srcroot", ".");
            environment.put("VPATH", "");
            environment.remove("building_out_of_srctree");
        }
    }
}
