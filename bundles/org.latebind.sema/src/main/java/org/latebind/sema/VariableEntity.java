package org.latebind.sema;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Initializer;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.VariableId;

/** An object with static storage duration, as its declarations build it up. */
final class VariableEntity implements Entity {
    /** Given when an expression first names the object. */
    Optional<VariableId> id = Optional.empty();
    final String name;
    String linkName;
    QualifiedType type;
    Linkage linkage = Linkage.EXTERNAL;
    boolean threadLocal;
    /** A definition, tentative ones included. */
    boolean defined;
    boolean used;
    /** Of {@code register T x asm("r")} at file scope. */
    Optional<String> register = Optional.empty();
    AttributeSet attributes = AttributeSet.NONE;
    Optional<Pending> pending = Optional.empty();
    Optional<TypedInitializer> initializer = Optional.empty();
    /** A compound literal at file scope. */
    boolean literal;
    Position at;

    /** An initializer that is yet to be analyzed. */
    record Pending(Initializer value, Scope scope) {}

    VariableEntity(String name, QualifiedType type, Position at) {
        this.name = name;
        this.linkName = name;
        this.type = type;
        this.at = at;
    }

    @Override
    public Position at() {
        return at;
    }
}
