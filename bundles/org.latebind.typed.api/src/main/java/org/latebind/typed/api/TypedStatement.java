package org.latebind.typed.api;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.osgi.annotation.versioning.ProviderType;

/** Statements of a function body. Scopes end where their {@link Block} ends. */
@ProviderType
public sealed interface TypedStatement {
    record Block(List<TypedStatement> items, Position at) implements TypedStatement {
        public Block {
            items = List.copyOf(items);
        }
    }

    /** The object's life (and its {@code cleanup}) begins here and ends with the enclosing block. */
    record Declare(LocalId local, Lvalue.LocalInitializer initializer, Position at) implements TypedStatement {}

    record Evaluate(Rvalue value, Position at) implements TypedStatement {}

    /** The condition is any scalar. */
    record If(Rvalue condition, TypedStatement then, Optional<TypedStatement> otherwise, Position at)
            implements TypedStatement {}

    /** A missing condition is true. {@code initial} is in a scope of its own that encloses the loop. */
    record For(
            Optional<TypedStatement> initial, Optional<Rvalue> condition, Optional<Rvalue> step, TypedStatement body,
            Position at)
            implements TypedStatement {}

    record While(Rvalue condition, TypedStatement body, Position at) implements TypedStatement {}

    record DoWhile(TypedStatement body, Rvalue condition, Position at) implements TypedStatement {}

    /**
     * @param value promoted
     * @param cases in source order, not overlapping, values in the range of the value's type
     * @param defaultLabel where nothing matches; empty: past the switch
     */
    record Switch(
            Rvalue value, List<SwitchCase> cases, Optional<LabelId> defaultLabel, TypedStatement body, Position at)
            implements TypedStatement {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    record SwitchCase(BigInteger low, BigInteger high, LabelId label) {}

    /** The place a {@link Goto}, a case or a default jumps to. */
    record Label(LabelId label, TypedStatement body, Position at) implements TypedStatement {}

    record Goto(LabelId label, Position at) implements TypedStatement {}

    record ComputedGoto(Rvalue target, Position at) implements TypedStatement {}

    /** Leaves the innermost loop or switch. */
    record Break(Position at) implements TypedStatement {}

    /** Continues the innermost loop. */
    record Continue(Position at) implements TypedStatement {}

    record Return(Optional<Rvalue> value, Position at) implements TypedStatement {}

    record Asm(TypedAsm asm) implements TypedStatement {}

    record Empty() implements TypedStatement {}
}
