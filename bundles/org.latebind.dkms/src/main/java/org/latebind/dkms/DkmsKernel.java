package org.latebind.dkms;

/**
 * A kernel as dkms sees it. Each text may have pieces that are {@code org.latebind.shell}'s unknown texts.
 *
 * @param release {@code uname -r}
 * @param architecture {@code uname -m}
 * @param sourceFolder the kernel's build folder: {@code /lib/modules/RELEASE/build}
 * @param installFolder {@code /lib/modules}
 * @param tree dkms's own folder, {@code /var/lib/dkms}; the build folder is {@code TREE/NAME/VERSION/build}
 * @param sourceTree {@code /usr/src}
 */
public record DkmsKernel(String release, String architecture, String sourceFolder, String installFolder, String tree,
        String sourceTree) {
    /** Where dkms keeps what it builds. */
    public static final String TREE = "/var/lib/dkms";

    /** Where dkms and Debian put them. */
    public static DkmsKernel of(String release, String architecture) {
        return new DkmsKernel(release, architecture, "/lib/modules/" + release + "/build", "/lib/modules",
                TREE, "/usr/src");
    }

    /** Where a package is built. */
    public String buildFolder(String name, String version) {
        return tree + "/" + name + "/" + version + "/build";
    }
}
