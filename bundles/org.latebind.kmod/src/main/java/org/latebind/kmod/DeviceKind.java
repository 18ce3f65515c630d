package org.latebind.kmod;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A kind of device table, a line of file2alias.c's {@code devtable}. A new kind also needs a table in the test beside the
 * others.
 *
 * @param name first argument of {@code MODULE_DEVICE_TABLE}
 * @param struct the entry's type
 * @param fields of the entry; {@code ?} marks one that some kernels lack
 * @param constants of {@code <linux/mod_devicetable.h>}, expressions in C that the aliases depend on
 * @param presence what modpost and this header know since one and the same commit, newer than 5.10: an expression that is
 *     a constant in the header of a kernel whose modpost knows the kind
 * @param known whether modpost knows the kind where the header alone does not show it
 */
record DeviceKind(
        String name,
        String struct,
        List<String> fields,
        List<String> constants,
        Optional<String> presence,
        Predicate<ModpostVersion> known,
        BiConsumer<DeviceEntry, DeviceAliases> toAliases) {

    private static final List<DeviceKind> ALL = Stream.of(
                    PlainKinds.all(),
                    SpecialKinds.all(),
                    List.of(UsbAliases.KIND, DmiAliases.KIND, InputAliases.KIND))
            .flatMap(List::stream)
            .toList();

    DeviceKind {
        fields = List.copyOf(fields);
        constants = List.copyOf(constants);
    }

    static List<DeviceKind> all() {
        return ALL;
    }

    static Optional<DeviceKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst();
    }

    /** @param fields separated by spaces; {@code constants} by commas */
    static DeviceKind of(
            String name, String struct, String fields, String constants, BiConsumer<DeviceEntry, DeviceAliases> toAliases) {
        return new DeviceKind(
                name, "struct " + struct, List.of(fields.split(" ")),
                constants.isEmpty() ? List.of() : List.of(constants.split(", ")),
                Optional.empty(), version -> true, toAliases);
    }

    /** The kind in kernels whose modpost has it since a release. */
    DeviceKind since(Predicate<ModpostVersion> release) {
        return new DeviceKind(name, struct, fields, constants, presence, release, toAliases);
    }

    /** The kind in kernels whose header has what its commit brought. */
    DeviceKind newWith(String expression) {
        return new DeviceKind(name, struct, fields, constants, Optional.of(expression), known, toAliases);
    }

    void addAliases(DeviceEntry entry, DeviceAliases into) {
        toAliases.accept(entry, into);
    }
}
