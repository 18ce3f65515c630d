package org.latebind.dkms;

/**
 * A module that a package builds.
 *
 * @param builtName without {@code .ko}
 * @param builtLocation in the build folder; empty, or ends with a slash
 * @param destinationName as which it is installed, without {@code .ko}
 * @param destinationLocation as the file has it; Debian's dkms installs to {@code /updates/dkms} whatever it says
 */
public record DkmsModule(String builtName, String builtLocation, String destinationName, String destinationLocation,
        boolean strip) {
    /** The file that must be there after the build. */
    public String builtFile() {
        return builtLocation + builtName + ".ko";
    }
}
