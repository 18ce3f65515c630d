package org.latebind.kmod;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.elf.Bytes;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.kmod.api.ModuleKernel;

/**
 * {@code MODULE_DEVICE_TABLE}: which devices the module is for, as aliases that {@code modprobe}
 * finds it by.
 *
 * <pre>
 *   __mod_pci__ids_device_table: { 0x8086, 0x100e, ... }, { 0 }
 *   --> alias=pci:v00008086d0000100Esv*sd*bc*sc*i*
 * </pre>
 *
 * What scripts/mod/file2alias.c does; the structures' layouts are the target's.
 */
final class DeviceTables {
    private final Collection<RelocatableObject> objects;
    private final ModuleKernel kernel;
    private final ModpostVersion modpost;
    private final Refusal refusal;

    /** A label of MODULE_DEVICE_TABLE. */
    private record Table(String kind, String name, RelocatableObject object, Symbol symbol) {}

    /** @param objects of the module in the order of its build */
    DeviceTables(Collection<RelocatableObject> objects, ModuleKernel kernel, ModpostVersion modpost, Refusal refusal) {
        this.objects = objects;
        this.kernel = kernel;
        this.modpost = modpost;
        this.refusal = refusal;
    }

    /**
     * In modpost's order: it finds the tables of an object in the order of its symbols, and gcc writes the variables of a
     * unit from the last to the first.
     */
    List<String> aliases() {
        var aliases = new DeviceAliases(modpost, refusal);
        for (RelocatableObject object : objects) {
            var tables = new ArrayList<Table>();
            object.symbols().forEach(symbol -> table(object, symbol).ifPresent(tables::add));
            Collections.reverse(tables);
            tables.forEach(table -> addAliases(table, aliases));
        }
        return aliases.inOrder();
    }

    private static Optional<Table> table(RelocatableObject object, Symbol symbol) {
        return symbol.isInSection()
                ? Label.ofSymbol(symbol.name()).map(label -> new Table(label.kind, label.name, object, symbol))
                : Optional.empty();
    }

    /** What MODULE_DEVICE_TABLE was given. */
    record Label(String kind, String name) {
        private static final String NEWER = "__mod_device_table__";
        private static final String OLDER = "__mod_";
        private static final String OLDER_END = "_device_table";

        /** {@code __mod_KIND__NAME_device_table} up to 6.12; then the common words come first; later the module, too. */
        static Optional<Label> ofSymbol(String symbol) {
            if (symbol.startsWith(NEWER)) {
                var label = of(symbol.substring(NEWER.length()));
                return label.filter(l -> l.kind.startsWith("kmod_")).isPresent() ? of(label.get().name) : label;
            }
            return symbol.startsWith(OLDER) && symbol.endsWith(OLDER_END)
                    ? of(symbol.substring(OLDER.length(), symbol.length() - OLDER_END.length()))
                    : Optional.empty();
        }

        /** Kinds end at the first {@code __}, and so do names of modules. */
        private static Optional<Label> of(String text) {
            int end = text.indexOf("__");
            return end < 0 ? Optional.empty() : Optional.of(new Label(text.substring(0, end), text.substring(end + 2)));
        }
    }

    private void addAliases(Table table, DeviceAliases into) {
        Optional<DeviceKind> kind = DeviceKind.named(table.kind);
        if (kind.isEmpty() && !modpost.isKnown()) {
            refusal.error(
                    "LB8024",
                    "kernel " + kernel.release() + " may make aliases of device tables of kind '" + table.kind
                            + "', and Latebind does not know this kind",
                    "use a Latebind that knows this kernel version, or remove MODULE_DEVICE_TABLE of '" + table.name + "'");
            return;
        }
        if (kind.isEmpty() || !kind.get().known().test(modpost) || !DeviceEntry.Layout.isPresent(kind.get(), kernel)) {
            refusal.report(
                    Diagnostic.warning(
                            "LB8021",
                            Position.NONE,
                            "kernel " + kernel.release() + " makes no aliases of device tables of kind '" + table.kind
                                    + "': '" + table.name + "' does not load the module automatically"));
            return;
        }
        Optional<DeviceEntry.Layout> layout = DeviceEntry.Layout.of(kind.get(), kernel);
        if (layout.isEmpty()) {
            refusal.error(
                    "LB8007",
                    "the layout of '" + kind.get().struct() + "' of kernel " + kernel.release() + " cannot be determined",
                    "ingest the kernel's headers again; <linux/mod_devicetable.h> must be among them");
            return;
        }
        addAliases(table, kind.get(), layout.get(), into);
    }

    private void addAliases(Table table, DeviceKind kind, DeviceEntry.Layout layout, DeviceAliases into) {
        Bytes bytes = contents(table);
        long step = layout.size();
        if (bytes.size() == 0 || bytes.size() % step != 0) {
            refusal.error(
                    "LB8020",
                    "device table '" + table.name + "' is " + bytes.size() + " bytes long, which is not a multiple of "
                            + step + ", the size of '" + kind.struct() + "'",
                    "check the type of the table");
            return;
        }
        long last = bytes.size() - step;
        for (long i = last; i < bytes.size(); i++) {
            if (bytes.u8(i) != 0) {
                refusal.error(
                        "LB8020",
                        "device table '" + table.name + "' does not end with an empty entry",
                        "add '{ }' as the last entry");
                return;
            }
        }
        for (long at = 0; at < last; at += step) {
            kind.addAliases(new DeviceEntry(layout, bytes, at, table.object.identity().order()), into);
        }
    }

    /** An alias symbol may have no size of its own; the table it names has. */
    private static Bytes contents(Table table) {
        long size = table.symbol.size();
        for (Symbol other : table.object.symbols()) {
            if (other.section() == table.symbol.section() && other.value() == table.symbol.value()) {
                size = Math.max(size, other.size());
            }
        }
        Section section = table.object.sections().get(table.symbol.section());
        return section.type() == Section.NOBITS
                ? Bytes.zeros(Math.toIntExact(Math.min(size, section.size())))
                : section.contents().slice(table.symbol.value(), size);
    }
}
