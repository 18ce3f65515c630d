package org.latebind.kmod;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.RelocatableObject;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.SectionRule;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;

/** A kernel and a machine made of answers that a test gives. */
class TestKernel implements ModuleKernel, ModuleArch {
    final Map<String, String> config = new HashMap<>();
    final Map<String, ExportedSymbol> exports = new HashMap<>();
    final Map<String, Long> constants = new HashMap<>();
    final List<SectionRule> rules = new ArrayList<>();

    TestKernel() {
        config.put("CONFIG_MODULE_UNLOAD", "y");
        constants.put("LINUX_VERSION_CODE", 6L << 16 | 1 << 8);
        constants.put("sizeof(struct module)", 128L);
        constants.put("__alignof__(struct module)", 64L);
        constants.put("__builtin_offsetof(struct module, name)", 24L);
        constants.put("sizeof(((struct module *)0)->name)", 56L);
        constants.put("__builtin_offsetof(struct module, init)", 88L);
        constants.put("__builtin_offsetof(struct module, exit)", 96L);
    }

    TestKernel exporting(String name, boolean gplOnly, String namespace, String owner) {
        var exportClass = gplOnly ? ExportedSymbol.ExportClass.GPL_ONLY : ExportedSymbol.ExportClass.ANY_LICENCE;
        exports.put(name, new ExportedSymbol(name, 0x1234, exportClass, namespace, owner));
        return this;
    }

    @Override
    public String release() {
        return "9.9-test";
    }

    @Override
    public String vermagic() {
        return "9.9-test SMP ";
    }

    @Override
    public List<SectionRule> moduleSections() {
        return rules;
    }

    @Override
    public Optional<String> config(String name) {
        return Optional.ofNullable(config.get(name));
    }

    @Override
    public Optional<ExportedSymbol> symbol(String name) {
        return Optional.ofNullable(exports.get(name));
    }

    @Override
    public List<OptionalLong> constants(String header, List<String> expressions) {
        return expressions.stream()
                .map(e -> constants.containsKey(e) ? OptionalLong.of(constants.get(e)) : OptionalLong.empty())
                .toList();
    }

    @Override
    public int machine() {
        return 99;
    }

    @Override
    public OptionalInt patchedBytes(int type) {
        return type == 1 ? OptionalInt.of(8) : type == 2 ? OptionalInt.of(4) : OptionalInt.empty();
    }

    @Override
    public int absolute64() {
        return 1;
    }

    @Override
    public int relative32() {
        return 2;
    }

    @Override
    public byte codeFill() {
        return 0x66;
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        return merged;
    }
}
