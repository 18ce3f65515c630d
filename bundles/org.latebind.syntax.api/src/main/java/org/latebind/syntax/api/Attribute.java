package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One attribute of an {@code __attribute__((...))} list, or what stands in place of the list. */
@ProviderType
public sealed interface Attribute extends Node {
    /**
     * @param name without leading and trailing double underscores
     * @param arguments empty list both for {@code x} and {@code x()}; an identifier argument is a
     *     {@link Expression.Name}
     * @param type where the sole argument is a type name ({@code vector_size}, {@code
     *     iaddr_of_type}); else empty
     */
    record Named(Span span, String name, List<Expression> arguments, Optional<TypeName> type) implements Attribute {
        public Named {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code _Alignas(n)} or {@code _Alignas(type)}: exactly one is present. */
    record AlignAs(Span span, Optional<Expression> alignment, Optional<TypeName> type) implements Attribute {}

    /**
     * A named address space (TR 18037), {@code __seg_gs}: a type qualifier whose names the target
     * decides; see {@link TypedefNames#isAddressSpace}.
     */
    record AddressSpace(Span span, String name) implements Attribute {}

    /** Deferred: a macro use in attribute position; may expand to nothing, keywords or attributes. */
    record MacroUse(Span span, String name) implements Attribute {}
}
