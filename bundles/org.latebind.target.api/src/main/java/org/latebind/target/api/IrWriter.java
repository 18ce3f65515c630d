package org.latebind.target.api;

/** Where a target writes instructions into the function that lowering is at. */
public interface IrWriter {
    /** Adds {@code %fresh = instruction} and gives the operand, {@code %fresh}. */
    String value(String instruction);

    /** Adds an instruction without a result. */
    void effect(String instruction);

    /** A label's name that is not yet in use, without {@code %}. */
    String newLabel(String hint);

    /** Ends the block with {@code terminator} and starts the block {@code label}. */
    void terminateAndBegin(String terminator, String label);
}
