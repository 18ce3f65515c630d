package org.latebind.codegen.api;

import java.util.Objects;

/**
 * One module to generate code for.
 *
 * @param module LLVM IR text (UTF-8) or bitcode, told apart by bitcode's magic number
 * @param output what is wanted
 */
public record CodegenRequest(byte[] module, CodegenSettings settings, Output output) {
    /** What a generator can hand out. */
    public enum Output {
        /** A relocatable ELF object. */
        OBJECT,
        /** Assembler text. */
        ASSEMBLY,
        /** Bitcode as parsed and verified, before any optimization. */
        BITCODE,
        /** IR text as parsed and verified, before any optimization. */
        IR_TEXT,
        /** Bitcode after the optimization passes. */
        OPTIMIZED_BITCODE,
        /** IR text after the optimization passes. */
        OPTIMIZED_IR_TEXT
    }

    public CodegenRequest {
        Objects.requireNonNull(module);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(output);
    }

    /** A request for an object. */
    public static CodegenRequest object(byte[] module, CodegenSettings settings) {
        return new CodegenRequest(module, settings, Output.OBJECT);
    }
}
