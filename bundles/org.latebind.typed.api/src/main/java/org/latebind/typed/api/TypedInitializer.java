package org.latebind.typed.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** An initializer with its designators resolved; what is not mentioned is zero. */
@ProviderType
public sealed interface TypedInitializer {
    /** A scalar, or a whole struct or union value. Already converted to the object's type. */
    record Single(Rvalue value) implements TypedInitializer {}

    /** A string literal for an array of its element type, cut or zero-filled to the array's length. */
    record Text(StringData data) implements TypedInitializer {}

    /**
     * Members of a record, each named at most once, in member order; a union has at most one.
     *
     * @param record the record initialized
     */
    record Members(RecordId record, List<MemberValue> values) implements TypedInitializer {
        public Members {
            values = List.copyOf(values);
        }
    }

    record MemberValue(int member, TypedInitializer value) {}

    /** Elements of an array; ranges do not overlap and ascend. */
    record Elements(QualifiedType element, List<ElementValue> values) implements TypedInitializer {
        public Elements {
            values = List.copyOf(values);
        }
    }

    /** {@code low} to {@code high}, both included; the value is evaluated once. */
    record ElementValue(long low, long high, TypedInitializer value) {}
}
