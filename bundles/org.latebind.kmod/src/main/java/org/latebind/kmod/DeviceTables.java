package org.latebind.kmod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** {@code __mod_TYPE__NAME_device_table} up to 6.12, {@code __mod_device_table__...} since. */
    private static final List<Pattern> LABELS =
            List.of(
                    Pattern.compile("__mod_device_table__(?:kmod_\\w+?__)?([a-z0-9_]+?)__(\\w+)"),
                    Pattern.compile("__mod_([a-z0-9_]+?)__(\\w+)_device_table"));

    private final RelocatableObject module;
    private final ModuleKernel kernel;
    private final Refusal refusal;

    private record Table(String kind, String name, Symbol symbol) {}

    DeviceTables(RelocatableObject module, ModuleKernel kernel, Refusal refusal) {
        this.module = module;
        this.kernel = kernel;
        this.refusal = refusal;
    }

    /** In the order of the tables' symbols and entries, each once. */
    List<String> aliases() {
        List<String> result = new ArrayList<>();
        for (Symbol symbol : module.symbols()) {
            table(symbol).ifPresent(table -> addAliases(table, result));
        }
        return result.stream().distinct().toList();
    }

    private static Optional<Table> table(Symbol symbol) {
        if (!symbol.isInSection()) {
            return Optional.empty();
        }
        return LABELS.stream()
                .map(pattern -> pattern.matcher(symbol.name()))
                .filter(Matcher::matches)
                .map(match -> new Table(match.group(1), match.group(2), symbol))
                .findFirst();
    }

    private void addAliases(Table table, List<String> into) {
        Optional<DeviceKind> kind = DeviceKind.named(table.kind);
        if (kind.isEmpty()) {
            refusal.report(
                    Diagnostic.warning(
                            "LB8021",
                            Position.NONE,
                            "device tables of kind '" + table.kind + "' do not become aliases: '" + table.name
                                    + "' does not load the module automatically"));
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
        Bytes bytes = contents(table.symbol);
        long step = layout.get().size();
        if (bytes.size() == 0 || bytes.size() % step != 0) {
            refusal.error(
                    "LB8020",
                    "device table '" + table.name + "' is " + bytes.size() + " bytes long, which is not a multiple of "
                            + step + ", the size of '" + kind.get().struct() + "'",
                    "check the type of the table");
            return;
        }
        // The last entry only ends the table.
        for (long at = 0; at + step < bytes.size(); at += step) {
            into.addAll(kind.get().aliases(new DeviceEntry(layout.get(), bytes.slice(at, step), module.identity().order())));
        }
    }

    /** An alias symbol may have no size of its own; the table it names has. */
    private Bytes contents(Symbol symbol) {
        long size = symbol.size();
        for (Symbol other : module.symbols()) {
            if (other.section() == symbol.section() && other.value() == symbol.value()) {
                size = Math.max(size, other.size());
            }
        }
        Section section = module.sections().get(symbol.section());
        return section.type() == Section.NOBITS ? Bytes.EMPTY : section.contents().slice(symbol.value(), size);
    }
}
