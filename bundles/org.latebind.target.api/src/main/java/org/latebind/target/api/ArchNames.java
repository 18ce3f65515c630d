package org.latebind.target.api;

/**
 * What an architecture is called, and by whom.
 *
 * @param arch here, and in the kernel's {@code uname -m}
 * @param llvmTriple LLVM's normalized triple
 * @param dataLayout LLVM's data layout string for that triple
 * @param kernelArch {@code ARCH} of kbuild
 * @param kernelSourceArch {@code SRCARCH}: the folder below the kernel's {@code arch/}
 * @param debianArch Debian's architecture
 * @param gnuType Debian's multiarch triplet, the name of folders below {@code /usr/include}
 * @param elfMachine {@code e_machine} of its ELF files
 */
public record ArchNames(
        String arch,
        String llvmTriple,
        String dataLayout,
        String kernelArch,
        String kernelSourceArch,
        String debianArch,
        String gnuType,
        int elfMachine) {
    /** Whether somebody calls the architecture so: {@code uname}, kbuild, Debian, a Java machine. */
    public boolean isCalled(String name) {
        return name.equals(arch) || name.equals(kernelArch) || name.equals(debianArch);
    }
}
