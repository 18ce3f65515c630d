package org.latebind.target.api;

import org.osgi.annotation.versioning.ProviderType;

/** Where a target writes instructions into the function that lowering is at. */
@ProviderType
public interface IrWriter {
    /** Adds {@code %fresh = instruction} and gives the operand, {@code %fresh}. */
    String value(String instruction);

    /**
     * Adds stack memory of an IR type and gives its address. A writer that can puts it into the
     * function's entry block: elsewhere it grows the stack each time it is passed.
     */
    default String slot(String type, int align) {
        return value("alloca " + type + ", align " + align);
    }

    /** Adds an instruction without a result. */
    void effect(String instruction);

    /** A label's name that is not yet in use, without {@code %}. */
    String newLabel(String hint);

    /** Ends the block with {@code terminator} and starts the block {@code label}. */
    void terminateAndBegin(String terminator, String label);
}
