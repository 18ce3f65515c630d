package org.latebind.syntax.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** C11 6.7.9. */
@ProviderType
public sealed interface Initializer extends Node {
    record Single(Span span, Expression value) implements Initializer {}

    record Braced(Span span, List<Item> items) implements Initializer {
        public Braced {
            items = List.copyOf(items);
        }
    }

    /** What may stand between the commas of a braced list. */
    sealed interface Item extends Node {
        /** {@code designators} is empty for a positional element. */
        record Element(Span span, List<Designator> designators, Initializer value) implements Item {
            public Element {
                designators = List.copyOf(designators);
            }
        }

        /** Deferred: a macro that may stand for several elements ({@code USB_DEVICE(a, b)}). */
        record MacroUse(Span span, String name) implements Item {}

        /** Deferred. */
        record Undecided(Choice<Item> choice) implements Item {
            @Override
            public Span span() {
                return choice.span();
            }
        }
    }

    /** C11 6.7.9 designator, GNU ranges included. */
    sealed interface Designator extends Node {
        /** {@code .name}, or GNU's {@code name:}. */
        record Field(Span span, String name) implements Designator {}

        record Index(Span span, Expression index) implements Designator {}

        /** {@code [low ... high]}, both included. */
        record Range(Span span, Expression low, Expression high) implements Designator {}
    }
}
