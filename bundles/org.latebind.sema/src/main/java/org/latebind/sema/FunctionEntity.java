package org.latebind.sema;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Declaration;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;

/** A function, as its declarations build it up. */
final class FunctionEntity implements Entity {
    /** Given when an expression first names the function. */
    Optional<FunctionId> id = Optional.empty();
    final String name;
    String linkName;
    Type.Function type;
    boolean isStatic;
    /** {@code inline} on any declaration. */
    boolean inline;
    /** A declaration that makes the definition an external one: C99 without inline or with extern. */
    boolean externalInC99;
    AttributeSet attributes = AttributeSet.NONE;
    Optional<Definition> definition = Optional.empty();
    /** Whether the body is wanted, and whether it has been put in the queue. */
    boolean used;
    boolean queued;
    Optional<TypedFunction.Body> body = Optional.empty();
    Position at;

    /**
     * @param externInline whether the definition itself has both {@code extern} and {@code inline}
     */
    record Definition(Declaration.Function syntax, boolean externInline) {}

    FunctionEntity(String name, Type.Function type, Position at) {
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
