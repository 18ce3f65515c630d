package org.latebind.typed.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.gnuc.BuiltinFunction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Has a value. Operands of arithmetic are already converted: both operands of {@link Arithmetic} and
 * {@link Compare} have one type (shifts aside), and every implicit conversion is a {@link Convert}.
 */
@ProviderType
public sealed interface Rvalue {
    Type type();

    Position at();

    /** The value lies in the range of the type. */
    record IntegerConstant(BigInteger value, Type type, Position at) implements Rvalue {}

    record FloatingConstant(BigDecimal value, Type type, Position at) implements Rvalue {}

    /** Lvalue conversion; of structs and unions too. */
    record Load(Lvalue source, Type type, Position at) implements Rvalue {}

    /** {@code &x}, and the decay of a function designator. */
    record AddressOf(Lvalue object, Type type, Position at) implements Rvalue {}

    /** The decay of an array to a pointer to its first element. */
    record ArrayDecay(Lvalue array, Type type, Position at) implements Rvalue {}

    record LabelAddress(FunctionId function, LabelId label, Type type, Position at) implements Rvalue {}

    /**
     * Any conversion; what it does follows from the two types. To void discards; from or to a vector
     * keeps the bits.
     */
    record Convert(Rvalue operand, Type type, Position at) implements Rvalue {}

    /** A vector that has {@code element} in every place. */
    record Splat(Rvalue element, Type type, Position at) implements Rvalue {}

    record Negate(Rvalue operand, Type type, Position at) implements Rvalue {}

    record Complement(Rvalue operand, Type type, Position at) implements Rvalue {}

    /** {@code !}: the operand is any scalar, the result int. */
    record Not(Rvalue operand, Type type, Position at) implements Rvalue {}

    record Arithmetic(ArithmeticOperator operator, Rvalue left, Rvalue right, Type type, Position at)
            implements Rvalue {}

    /** {@code pointer + index} (or {@code - index}) in units of the pointer's target; 1 for void and functions. */
    record PointerOffset(Rvalue pointer, Rvalue index, boolean subtract, Type type, Position at) implements Rvalue {}

    /** {@code left - right} in units of the target; ptrdiff_t. */
    record PointerDifference(Rvalue left, Rvalue right, Type type, Position at) implements Rvalue {}

    /**
     * Signedness follows from the operands' type; the result is int, and of vectors one of as many
     * signed integers, -1 for true.
     */
    record Compare(Comparison operator, Rvalue left, Rvalue right, Type type, Position at) implements Rvalue {}

    /** {@code &&} or {@code ||} of scalars; the result is int. */
    record Logical(boolean and, Rvalue left, Rvalue right, Type type, Position at) implements Rvalue {}

    record Conditional(Rvalue condition, Rvalue then, Rvalue otherwise, Type type, Position at) implements Rvalue {}

    /** {@code value} is evaluated once into a fresh local, which {@code body} reads: {@code a ?: b}. */
    record Bind(LocalId local, Rvalue value, Rvalue body, Type type, Position at) implements Rvalue {}

    /** The value is the target's after the assignment. */
    record Assign(Lvalue target, Rvalue value, Type type, Position at) implements Rvalue {}

    /**
     * {@code target operator= value}: the target is loaded and converted to {@code computation},
     * combined, converted back and stored. For pointers the operator is ADD or SUBTRACT and {@code
     * computation} is the pointer type.
     */
    record CompoundAssign(
            Lvalue target, ArithmeticOperator operator, Rvalue value, Type computation, Type type, Position at)
            implements Rvalue {}

    /** {@code ++} and {@code --}; for pointers in units of the target. */
    record Increment(Lvalue target, boolean decrement, boolean postfix, Type type, Position at) implements Rvalue {}

    record Comma(Rvalue left, Rvalue right, Type type, Position at) implements Rvalue {}

    /**
     * @param callee a pointer to function; an {@link AddressOf} a {@link Lvalue.Function} for a direct call
     * @param signature arguments beyond its parameters have their default promotions applied
     */
    record Call(Rvalue callee, Type.Function signature, List<Rvalue> arguments, Type type, Position at)
            implements Rvalue {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A call of a builtin that is neither folded by semantic analysis nor an ordinary library function.
     *
     * @param arguments those that the builtin's signature has; lvalue arguments are passed as their address
     */
    record Builtin(BuiltinFunction builtin, List<Rvalue> arguments, Type type, Position at) implements Rvalue {
        public Builtin {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code value} is the last expression's, evaluated inside the block's scope; empty for void. */
    record StatementExpression(TypedStatement.Block block, Optional<Rvalue> value, Type type, Position at)
            implements Rvalue {}

    record VaArg(Lvalue list, Type type, Position at) implements Rvalue {}

    /** {@code sizeof} of a type that is not variably modified; size_t. */
    record SizeOf(QualifiedType operand, Type type, Position at) implements Rvalue {}

    record AlignOf(QualifiedType operand, Type type, Position at) implements Rvalue {}

    /** {@code offsetof} of a plain member path; subscripts are added as arithmetic. size_t. */
    record OffsetOf(FieldPath path, Type type, Position at) implements Rvalue {}

    /** Binary arithmetic; signedness follows from the operands' type. */
    enum ArithmeticOperator {
        MULTIPLY, DIVIDE, REMAINDER, ADD, SUBTRACT, SHIFT_LEFT, SHIFT_RIGHT, BIT_AND, BIT_XOR, BIT_OR
    }

    /** Relational and equality operators. */
    enum Comparison { LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL }
}
