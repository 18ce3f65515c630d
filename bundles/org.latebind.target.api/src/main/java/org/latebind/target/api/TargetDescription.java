package org.latebind.target.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One architecture as the front end, layout, lowering and ingestion see it.
 *
 * <p>Services carry the property {@value #ARCH}. Everything here is a pure function of its
 * arguments.
 */
@ProviderType
public interface TargetDescription {
    /** Service property: the architecture's name, equal to {@link ArchNames#arch()}. */
    String ARCH = "arch";

    ArchNames names();

    DataModel dataModel();

    /**
     * Whether a kernel image that is no ELF file is this architecture's, as its boot header tells.
     *
     * @param beginning the image's first bytes
     */
    default boolean isImage(byte[] beginning) {
        return false;
    }

    /**
     * Bytes of the largest object for which gcc has atomic instructions here. On a larger one it calls a library, which
     * no kernel has.
     */
    default int largestAtomic() {
        return dataModel().pointer().size();
    }

    /** Named address spaces that the C of this architecture has ({@code __seg_gs}), by LLVM's number. */
    default Map<String, Integer> addressSpaces() {
        return Map.of();
    }

    /**
     * The predefined macros as lines of {@code #define NAME body}, in a fixed order, {@code __FILE__}
     * and its like excepted: they are the preprocessor's own.
     */
    String predefinedMacros(TargetSettings settings);

    /** Which attributes and builtins the compiler we act as has, of those that we support. */
    Personality personality(TargetSettings settings);

    AbiLowering abi(TargetSettings settings);

    /** The convention of functions with the attribute {@code ms_abi}; empty where there is none. */
    default Optional<AbiLowering> msAbi(TargetSettings settings) {
        return Optional.empty();
    }

    InlineAsmRules inlineAsm(TargetSettings settings);

    /**
     * The settings with which modules of a kernel are compiled.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException when the kernel was configured for
     *     something that we cannot honor
     */
    TargetSettings kernelSettings(KernelBuild kernel);

    /**
     * Configuration options that hang on the compiler and are answered for ours instead of the
     * kernel's: a closed list, none of which changes a layout, an export or a section contract.
     */
    List<ConfigAnswer> configAnswers(KernelBuild kernel);

    /** The settings for plain user-space C on this architecture. */
    TargetSettings userSpaceSettings(UserSpaceOptions options);
}
