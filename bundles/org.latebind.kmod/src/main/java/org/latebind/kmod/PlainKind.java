package org.latebind.kmod;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A kind whose aliases are text and fields of the entry, one after the other.
 *
 * <pre>
 *   text("virtio:").unless("d", "device", "VIRTIO_DEV_ANY_ID").unless("v", "vendor", "VIRTIO_DEV_ANY_ID").open()
 *   { .device = 77, .vendor = VIRTIO_DEV_ANY_ID }  -->  virtio:d0000004Dv*
 * </pre>
 */
final class PlainKind {
    private final String name;
    private final String struct;
    private final List<String> fields = new ArrayList<>();
    private final List<String> constants = new ArrayList<>();
    private final List<BiConsumer<StringBuilder, DeviceEntry>> parts = new ArrayList<>();

    private PlainKind(String name, String struct) {
        this.name = name;
        this.struct = struct;
    }

    static PlainKind kind(String name, String struct) {
        return new PlainKind(name, struct);
    }

    PlainKind text(String text) {
        parts.add((alias, entry) -> alias.append(text));
        return this;
    }

    /** The field, or {@code *} where it has the value that matches all. */
    PlainKind unless(String prefix, String field, String any) {
        use(field, any);
        parts.add((alias, entry) -> alias.append(entry.part(prefix, entry.number(field) != entry.constant(any), field)));
        return this;
    }

    /** The field, or {@code *} where a flag does not say that it matters. */
    PlainKind when(String prefix, String field, String flags, String flag) {
        use(field, flag);
        use(flags);
        parts.add((alias, entry) -> alias.append(entry.part(prefix, entry.has(flags, flag), field)));
        return this;
    }

    /** The field as C's {@code printf} writes it. */
    PlainKind number(String format, String field) {
        use(field);
        parts.add((alias, entry) -> alias.append(String.format(format, entry.number(field))));
        return this;
    }

    PlainKind string(String field) {
        use(field);
        parts.add((alias, entry) -> alias.append(entry.text(field)));
        return this;
    }

    private void use(String field, String constant) {
        use(field);
        if (!constants.contains(constant)) {
            constants.add(constant);
        }
    }

    private void use(String field) {
        if (!fields.contains(field)) {
            fields.add(field);
        }
    }

    DeviceKind closed() {
        return kind((entry, aliases) -> aliases.add(alias(entry)));
    }

    /** With {@code *} at the end, whatever the entry has. */
    DeviceKind open() {
        return kind((entry, aliases) -> aliases.addOpen(alias(entry)));
    }

    private String alias(DeviceEntry entry) {
        var alias = new StringBuilder();
        parts.forEach(part -> part.accept(alias, entry));
        return alias.toString();
    }

    private DeviceKind kind(BiConsumer<DeviceEntry, DeviceAliases> toAliases) {
        return DeviceKind.of(name, struct, String.join(" ", fields), String.join(", ", constants), toAliases);
    }
}
