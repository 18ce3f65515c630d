package org.latebind.lowering;

import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.QualifiedType;

/** Where an object is. */
sealed interface Place {
    /** The type of the object. */
    QualifiedType type();

    /** An object that has an address. */
    record Memory(Operand pointer, long alignment, QualifiedType type) implements Place {
        boolean isVolatile() {
            return type.isVolatile();
        }
    }

    /**
     * A bit-field: {@code width} bits of an integer in memory.
     *
     * @param unit address of the integer
     * @param unitBits its size, a multiple of 8
     * @param shift how far the field's lowest bit is above the integer's
     */
    record BitField(Operand unit, int unitBits, long alignment, int shift, int width, QualifiedType type)
            implements Place {}

    /** A machine register that the program names. */
    record Register(String name, QualifiedType type, Position at) implements Place {}
}
