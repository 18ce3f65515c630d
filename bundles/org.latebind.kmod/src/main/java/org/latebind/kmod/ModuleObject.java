package org.latebind.kmod;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfIdentity;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;

/**
 * What modpost writes as {@code NAME.mod.c}, as an object of its own:
 *
 * <pre>
 *   .modinfo                    "depends=..." "name=..." "vermagic=..."
 *   .gnu.linkonce.this_module   struct module with its name, &amp;init_module, &amp;cleanup_module
 *   __versions                  one entry per import, where the kernel has symbol versions
 *   ___ksymtab+foo ...          one entry per own export
 * </pre>
 */
final class ModuleObject {
    /** {@code struct modversion_info}: an unsigned long and MODULE_NAME_LEN characters. */
    private static final int VERSION_SIZE = 64;

    private static final int VERSION_NAME = 8;

    private final String name;
    private final ModuleKernel kernel;
    private final ModuleArch arch;
    private final LinkerScript script;
    private final ElfIdentity identity;
    private final Refusal refusal;
    private final List<Section> sections = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();

    ModuleObject(
            String name, ModuleKernel kernel, ModuleArch arch, LinkerScript script, ElfIdentity identity, Refusal refusal) {
        this.name = name;
        this.kernel = kernel;
        this.arch = arch;
        this.script = script;
        this.identity = identity;
        this.refusal = refusal;
    }

    RelocatableObject build() {
        return new RelocatableObject(identity, sections, symbols, List.of());
    }

    void addInfo(List<String> entries) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String entry : entries) {
            text.writeBytes(entry.getBytes(StandardCharsets.ISO_8859_1));
            text.write(0);
        }
        add(ModuleInfo.SECTION, Section.ALLOC, 1, text.toByteArray(), List.of());
    }

    /** {@code struct module}, exactly as large as the kernel's: 6.5 and later compare. */
    void addThisModule(RelocatableObject module) {
        ModuleRecord record = ModuleRecord.of(kernel, name);
        byte[] image = new byte[record.size()];
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, image, record.nameAt(), text.length);
        List<Relocation> relocations = new ArrayList<>();
        point(relocations, module, "init_module", record.initAt());
        record.exitAt().ifPresent(exit -> point(relocations, module, "cleanup_module", exit));
        int section =
                add(".gnu.linkonce.this_module", Section.ALLOC | Section.WRITE, record.alignment(), image, relocations);
        symbols.add(
                new Symbol("__this_module", Symbol.GLOBAL, Symbol.OBJECT, Symbol.DEFAULT_VISIBILITY, section, 0, image.length));
    }

    private void point(List<Relocation> relocations, RelocatableObject module, String function, long offset) {
        boolean defined = module.symbols().stream().anyMatch(s -> s.isInSection() && s.name().equals(function));
        if (defined) {
            relocations.add(new Relocation(offset, arch.absolute64(), undefined(function), 0));
        }
    }

    private int undefined(String symbol) {
        symbols.add(
                new Symbol(symbol, Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, Symbol.UNDEFINED, 0, 0));
        return symbols.size() - 1;
    }

    /** {@code module_layout} first: without it the kernel refuses the module. */
    void addVersions(Imports imports) {
        if (!kernel.isEnabled("CONFIG_MODVERSIONS")) {
            return;
        }
        PackagingRules.checkVersions(kernel);
        List<ExportedSymbol> all = new ArrayList<>();
        kernel.symbol("module_layout").ifPresent(all::add);
        imports.symbols().stream().filter(s -> !s.name().equals("module_layout")).filter(this::isVersioned).forEach(all::add);
        ByteBuffer table = ByteBuffer.allocate(VERSION_SIZE * all.size()).order(identity.order());
        for (ExportedSymbol symbol : all) {
            byte[] text = symbol.name().getBytes(StandardCharsets.ISO_8859_1);
            if (text.length >= VERSION_SIZE - VERSION_NAME) {
                refusal.error("LB8014", "'" + symbol.name() + "' is too long for a symbol version", "the kernel cannot export it to modules");
            } else {
                int at = table.position();
                table.putLong(symbol.crc()).put(text).position(at + VERSION_SIZE);
            }
        }
        add("__versions", Section.ALLOC, 8, table.array(), List.of());
    }

    /** modpost leaves out an import from a module of the same build that has no version. */
    private boolean isVersioned(ExportedSymbol symbol) {
        return symbol.crc() != 0 || kernel.symbol(symbol.name()).filter(symbol::equals).isPresent();
    }

    /** Own exports, in the tables that the kernel's linker script knows. */
    void addExports(OwnExports exports) {
        boolean flags = script.hasOutput("__kflagstab");
        boolean versions = kernel.isEnabled("CONFIG_MODVERSIONS") && exports.awaitedVersions().isEmpty();
        OptionalLong gplFlag =
                flags ? kernel.constant("linux/module_symbol.h", "KSYM_FLAG_GPL_ONLY") : OptionalLong.of(0);
        if (gplFlag.isEmpty() && !exports.symbols().isEmpty()) {
            throw Refusal.of("LB8007", "kernel " + kernel.release() + " does not say how it flags GPL-only exports", "ingest its headers again");
        }
        int strings = exports.writtenByHeaders() || exports.symbols().isEmpty() ? -1 : addStrings(exports);
        int at = 0;
        for (ExportedSymbol symbol : exports.symbols()) {
            boolean gpl = symbol.exportClass() == ExportClass.GPL_ONLY;
            String table = gpl && !flags ? "_gpl+" : "+";
            if (!exports.writtenByHeaders()) {
                int namespaceAt = at + symbol.name().length() + 1;
                addEntry("___ksymtab" + table + symbol.name(), symbol.name(), strings, at, namespaceAt);
                at = namespaceAt + symbol.namespace().length() + 1;
            }
            if (versions) {
                add("___kcrctab" + table + symbol.name(), Section.ALLOC, 4, version(symbol), List.of());
            } else if (exports.awaitedVersions().contains(symbol.name()) && symbol.crc() != 0) {
                defineVersion(symbol);
            }
            if (flags) {
                byte[] bits = {gpl ? (byte) gplFlag.getAsLong() : 0};
                add("___kflagstab+" + symbol.name(), Section.ALLOC, 1, bits, List.of());
            }
        }
    }

    private byte[] version(ExportedSymbol symbol) {
        return ByteBuffer.allocate(4).order(identity.order()).putInt((int) symbol.crc()).array();
    }

    /**
     * A table that headers wrote has a reference: to the version as a symbol's value or, where the table has distances,
     * to where the version is. One that there is no version for stays undefined, which the kernel takes for 0.
     */
    private void defineVersion(ExportedSymbol symbol) {
        boolean distances = kernel.isEnabled("CONFIG_MODULE_REL_CRCS");
        int section = distances ? add(".rodata", Section.ALLOC, 4, version(symbol), List.of()) : Symbol.ABSOLUTE;
        symbols.add(new Symbol(
                OwnExports.VERSION + symbol.name(), Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, section,
                distances ? 0 : symbol.crc(), 0));
    }

    private int addStrings(OwnExports exports) {
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        for (ExportedSymbol symbol : exports.symbols()) {
            strings.writeBytes(symbol.name().getBytes(StandardCharsets.ISO_8859_1));
            strings.write(0);
            strings.writeBytes(symbol.namespace().getBytes(StandardCharsets.ISO_8859_1));
            strings.write(0);
        }
        int section = add("__ksymtab_strings", Section.ALLOC, 1, strings.toByteArray(), List.of());
        symbols.add(new Symbol("", Symbol.LOCAL, Symbol.SECTION, Symbol.DEFAULT_VISIBILITY, section, 0, 0));
        return symbols.size() - 1;
    }

    /** {@code struct kernel_symbol}: the value, its name, its namespace, as distances or addresses. */
    private void addEntry(String section, String symbol, int strings, int nameAt, int namespaceAt) {
        boolean distances = kernel.isEnabled("CONFIG_HAVE_ARCH_PREL32_RELOCATIONS");
        int width = distances ? 4 : 8;
        int type = distances ? arch.relative32() : arch.absolute64();
        List<Relocation> relocations =
                List.of(
                        new Relocation(0, type, undefined(symbol), 0),
                        new Relocation(width, type, strings, nameAt),
                        new Relocation(2L * width, type, strings, namespaceAt));
        add(section, Section.ALLOC, width, new byte[3 * width], relocations);
    }

    private int add(String section, long flags, long alignment, byte[] contents, List<Relocation> relocations) {
        sections.add(new Section(section, Section.PROGBITS, flags, alignment, Bytes.of(contents), relocations));
        return sections.size() - 1;
    }
}
