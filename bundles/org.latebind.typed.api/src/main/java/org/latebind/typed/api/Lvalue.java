package org.latebind.typed.api;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.osgi.annotation.versioning.ProviderType;

/** Designates an object or a function; {@link #type()} is that of what it designates. */
@ProviderType
public sealed interface Lvalue {
    QualifiedType type();

    Position at();

    record Global(VariableId variable, QualifiedType type, Position at) implements Lvalue {}

    record Local(LocalId local, QualifiedType type, Position at) implements Lvalue {}

    record Function(FunctionId function, QualifiedType type, Position at) implements Lvalue {}

    /** {@code *pointer}; subscripts are dereferenced {@link Rvalue.PointerOffset}s. */
    record Dereference(Rvalue pointer, QualifiedType type, Position at) implements Lvalue {}

    /** A member; a bit-field where the path ends at one. The type has the base's qualifiers added. */
    record Member(Lvalue base, FieldPath path, QualifiedType type, Position at) implements Lvalue {}

    /** A string literal's array. */
    record Text(StringData data, QualifiedType type, Position at) implements Lvalue {}

    /** A block-scope compound literal: the local is initialized each time this is evaluated. */
    record CompoundLiteral(LocalId local, LocalInitializer initializer, QualifiedType type, Position at)
            implements Lvalue {}

    /** The temporary that a struct or union value stands in: {@code f().x}. Not modifiable. */
    record Temporary(Rvalue value, QualifiedType type, Position at) implements Lvalue {}

    /** The register named by a {@code register T x asm("rsp")} at file scope. */
    record Register(String name, QualifiedType type, Position at) implements Lvalue {}

    /** How a local object begins; empty where it has no initializer. */
    record LocalInitializer(Optional<TypedInitializer> value) {}
}
