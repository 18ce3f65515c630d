package org.latebind.target.api;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How a call's arguments and result become LLVM arguments and an LLVM result.
 *
 * <pre>
 * struct p { long a; double b; } f(struct p x, char c)
 *     result     Registers [i64 at 0, double at 8]   ->  define { i64, double } @f(
 *     argument   Registers [i64 at 0, double at 8]   ->      i64 %x0, double %x8,
 *     argument   Value i8 signext                    ->      i8 signext %c)
 * </pre>
 */
@ProviderType
public interface AbiLowering {
    /**
     * A whole signature, or one call of it: whether a record still fits into registers depends on the
     * arguments before it.
     *
     * @param arguments all arguments of a call, those for {@code ...} too; the parameters of a
     *     definition
     * @param fixed how many of them have a declared parameter
     * @param variadic whether the function's type ends in {@code ...}, or declares no parameters at all
     * @throws org.latebind.diagnostics.api.DiagnosticException when something does not travel by this convention,
     *     or compilers disagree on how
     */
    FunctionAbi function(TypeShape result, List<TypeShape> arguments, int fixed, boolean variadic);

    /** Bytes above which a record's members need not be listed. */
    long largestExaminedRecord();

    /**
     * Writes the code of {@code va_arg} for one type.
     *
     * @param list IR operand of type {@code ptr}: the va_list object (the record, where va_list is
     *     an array of one or a record; the pointer's home, where it is a pointer)
     * @return IR operand of type {@code ptr}: where the argument's value lies, aligned as {@link
     *     VaArgument#align} says
     */
    VaArgument vaArg(IrWriter out, String list, TypeShape type);

    /** Where va_arg found its value. */
    record VaArgument(String pointer, int align) {}

    /**
     * The lowered form of a signature.
     *
     * @param convention LLVM's name of the calling convention, {@code win64cc}; empty for that of C
     */
    record FunctionAbi(String convention, Passing result, List<Passing> arguments) {
        public FunctionAbi {
            Objects.requireNonNull(convention);
            Objects.requireNonNull(result);
            arguments = List.copyOf(arguments);
        }

        /** A signature under LLVM's C calling convention. */
        public FunctionAbi(Passing result, List<Passing> arguments) {
            this("", result, arguments);
        }
    }

    /** How one value travels. */
    sealed interface Passing {
        /** Not at all: {@code void}, or an empty record. */
        record Ignored() implements Passing {}

        /**
         * As one LLVM value of the scalar's own type.
         *
         * @param attributes parameter attributes, {@code ["signext"]} for instance
         */
        record Value(String llvmType, List<String> attributes) implements Passing {
            public Value {
                attributes = List.copyOf(attributes);
            }
        }

        /**
         * A record as one LLVM value a piece. As a result, one piece is the LLVM result type itself and
         * several make a literal struct {@code { T0, T1 }} in this order.
         */
        record Registers(List<Piece> pieces) implements Passing {
            public Registers {
                pieces = List.copyOf(pieces);
            }
        }

        /**
         * In memory, through a pointer that is an LLVM argument. As a result it is the first argument,
         * the LLVM result type is void. The caller makes the copy where the attributes do not.
         *
         * @param align bytes of alignment that the memory has
         * @param attributes parameter attributes, {@code ["byval([24 x i8])", "align 8"]} for instance
         */
        record Memory(int align, List<String> attributes) implements Passing {
            public Memory {
                attributes = List.copyOf(attributes);
            }
        }
    }

    /**
     * Bytes of a record that travel in one register.
     *
     * @param llvmType the register's value; may be wider than what is left of the record at {@code
     *     offset}: then the bytes behind the record must not be touched in memory
     * @param offset from the record's start
     * @param size bytes of the record in this piece
     */
    record Piece(String llvmType, long offset, int size) {
        public Piece {
            Objects.requireNonNull(llvmType);
        }
    }
}
