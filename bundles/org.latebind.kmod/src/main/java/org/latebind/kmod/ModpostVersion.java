package org.latebind.kmod;

import org.latebind.kmod.api.ModuleKernel;

/**
 * Which modpost a kernel has: what it does that neither types, macros nor labels of the headers show. Every entry has the
 * release that brought it.
 *
 * @param code {@code LINUX_VERSION_CODE}
 */
record ModpostVersion(long code) {
    /** The newest whose modpost was read; a later one may know more kinds of device tables. */
    private static final long NEWEST = of(7, 3, 255);

    static ModpostVersion of(ModuleKernel kernel) {
        var code = kernel.constant("linux/version.h", "LINUX_VERSION_CODE");
        return new ModpostVersion(code.orElseThrow(() -> Refusal.of(
                "LB8007",
                "the version of kernel " + kernel.release() + " cannot be determined",
                "ingest the kernel's headers again; <linux/version.h> must be among them")));
    }

    private static long of(int major, int minor, int patch) {
        return (long) major << 16 | minor << 8 | patch;
    }

    private boolean since(int major, int minor, int patch) {
        return code >= of(major, minor, patch);
    }

    boolean isKnown() {
        return code <= NEWEST;
    }

    /** "modpost: deduplicate MODULE_ALIAS() for all drivers". */
    boolean keepsDuplicates() {
        return !since(6, 13, 0);
    }

    /** "kbuild: compile constant module information only once": vermagic is in an object of its own. */
    boolean hasCommonObject() {
        return since(6, 12, 0);
    }

    /** "kbuild: support building external modules in a separate build directory": kbuild works in the module's folder. */
    boolean worksInModuleFolder() {
        return since(6, 13, 0);
    }

    /** "slimbus: generate MODULE_ALIAS() from MODULE_DEVICE_TABLE()". */
    boolean knowsSlimbus() {
        return since(6, 12, 0);
    }

    /** "mcb: Add missing modpost build support", of 6.19 and 6.18.4. */
    boolean knowsMcb() {
        return since(6, 18, 4);
    }

    /** "modpost: make multiple export error". */
    boolean refusesRepeatedExports() {
        return since(5, 19, 0);
    }

    /** "fixdep: avoid parsing the same file over again": dependencies have a name once. */
    boolean countsHeadersTwice() {
        return !since(6, 3, 0);
    }

    /** "usb: typec: Only use SVID for matching altmodes". */
    boolean matchesTypecMode() {
        return !since(6, 14, 0);
    }

    /** "modpost: Handle malformed WMI GUID strings". */
    boolean normalizesWmi() {
        return since(7, 2, 0);
    }
}
