package org.latebind.sema;

import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;

/** What an expression denotes before it is converted for its context. */
sealed interface Operand {
    QualifiedType type();

    Position at();

    /** An object or a function. */
    record Place(Lvalue lvalue) implements Operand {
        @Override
        public QualifiedType type() {
            return lvalue.type();
        }

        @Override
        public Position at() {
            return lvalue.at();
        }
    }

    /**
     * A value.
     *
     * @param constant whether it is made of what C11 6.6p6 allows in an integer constant expression;
     *     decides what a null pointer constant is
     */
    record Computed(Rvalue value, boolean constant) implements Operand {
        @Override
        public QualifiedType type() {
            return QualifiedType.of(value.type());
        }

        @Override
        public Position at() {
            return value.at();
        }
    }

    static Operand of(Rvalue value) {
        return new Computed(value, false);
    }

    static Operand constant(Rvalue value) {
        return new Computed(value, true);
    }

    default boolean isConstant() {
        return this instanceof Computed c && c.constant();
    }
}
