package org.latebind.kmod;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfReader;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.SectionRule;
import org.latebind.kmod.api.PackagedModule;
import org.latebind.kmod.api.PackagingRequest;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;

class PackModulesTest {
    private final TestKernel kernel = new TestKernel();
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    private Optional<PackagedModule> pack(Bytes... files) {
        List<ObjectFile> objects = new ArrayList<>();
        for (Bytes file : files) {
            objects.add(new ObjectFile("o" + objects.size() + ".o", file));
        }
        return new PackModules(List.of(kernel))
                .pack(new PackagingRequest("drv", objects, kernel, object -> versions, List.of()), d -> codes.add(d.code()));
    }

    private RelocatableObject packed(Bytes... files) {
        Optional<PackagedModule> module = pack(files);
        assertEquals(List.of(), codes);
        return ElfReader.read("drv.ko", module.orElseThrow().file());
    }

    private static Section section(RelocatableObject object, String name) {
        return object.sections().get(object.sectionIndex(name).orElseThrow());
    }

    private static TestObject calling(String symbol, String license) {
        return new TestObject()
                .text(".text", Bytes.of(new byte[8]), new Relocation(1, 2, 0, -4))
                .needs(symbol)
                .modinfo("license=" + license);
    }

    @Test
    void thisModuleIsAsLargeAsTheKernelsAndPointsAtInitAndExit() {
        RelocatableObject module =
                packed(
                        new TestObject()
                                .text(".text", Bytes.of(new byte[16]))
                                .modinfo("license=GPL")
                                .defines("init_module", 0, 0)
                                .defines("cleanup_module", 0, 8)
                                .file());
        Section self = section(module, ".gnu.linkonce.this_module");
        assertEquals(128, self.size());
        assertEquals("drv", self.contents().zeroTerminated(24));
        assertEquals(List.of(88L, 96L), self.relocations().stream().map(Relocation::offset).toList());
        assertEquals(
                List.of("init_module", "cleanup_module"),
                self.relocations().stream().map(r -> module.symbols().get(r.symbol()).name()).toList());
    }

    @Test
    void sectionsOfOneNameBecomeOneAndSymbolsMove() {
        Bytes first = new TestObject().text(".text", Bytes.of((byte) 1, (byte) 2, (byte) 3)).modinfo("license=GPL").file();
        Bytes second = new TestObject().text(".text", Bytes.of((byte) 4)).defines("late", 0, 0).file();
        RelocatableObject module = packed(first, second);
        assertArrayEquals(new byte[] {1, 2, 3, 4}, section(module, ".text").contents().toArray());
        long late = module.symbols().stream().filter(s -> s.name().equals("late")).findFirst().orElseThrow().value();
        assertEquals(3, late);
    }

    @Test
    void scriptGathersDiscardsAndSorts() {
        kernel.rules.add(new SectionRule(SectionRule.DISCARD, 0, List.of(new SectionRule.Input(".discard.*", false))));
        kernel.rules.add(
                new SectionRule(
                        ".data",
                        16,
                        List.of(new SectionRule.Symbol("__start_x"), new SectionRule.Input("x+*", true), new SectionRule.Symbol("__stop_x"))));
        RelocatableObject module =
                packed(
                        new TestObject()
                                .section("x+b", Section.ALLOC, Bytes.of((byte) 2))
                                .section(".discard.y", 0, Bytes.of((byte) 9))
                                .section("x+a", Section.ALLOC, Bytes.of((byte) 1))
                                .modinfo("license=GPL")
                                .file());
        assertArrayEquals(new byte[] {1, 2}, section(module, ".data").contents().toArray());
        assertEquals(16, section(module, ".data").alignment());
        assertTrue(module.sectionIndex(".discard.y").isEmpty());
        assertEquals(
                List.of(0L, 2L),
                module.symbols().stream().filter(s -> s.name().endsWith("_x")).map(s -> s.value()).toList());
    }

    @Test
    void versionsNameTheLayoutFirst() {
        kernel.config.put("CONFIG_MODVERSIONS", "y");
        kernel.exporting("a_function", false, "", "vmlinux").exporting("module_layout", false, "", "vmlinux");
        Bytes versions = section(packed(calling("a_function", "GPL").file()), "__versions").contents();
        assertEquals(128, versions.size());
        assertEquals("module_layout", versions.zeroTerminated(8));
        assertEquals(0x1234, versions.i64(64, ByteOrder.LITTLE_ENDIAN));
        assertEquals("a_function", versions.zeroTerminated(72));
    }

    @Test
    void ownersOfImportsAreDependencies() {
        kernel.exporting("usb_call", false, "", "drivers/usb/core/usbcore");
        PackagedModule module = pack(calling("usb_call", "GPL").file()).orElseThrow();
        assertEquals(List.of("usbcore"), module.depends());
        assertTrue(
                section(ElfReader.read("m", module.file()), ".modinfo").contents().toString().length() > 0
                        && new String(module.file().toArray(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("depends=usbcore\0"));
    }

    @Test
    void anUndefinedSymbolIsRefused() {
        assertTrue(pack(calling("nowhere", "GPL").file()).isEmpty());
        assertEquals(List.of("LB8010"), codes);
    }

    @Test
    void gplOnlySymbolsNeedTheLicense() {
        kernel.exporting("gpl_call", true, "", "vmlinux");
        assertTrue(pack(calling("gpl_call", "Proprietary").file()).isEmpty());
        assertEquals(List.of("LB8011"), codes);
        codes.clear();
        assertTrue(pack(calling("gpl_call", "Dual MIT/GPL").file()).isPresent());
    }

    @Test
    void namespacesMustBeImported() {
        kernel.exporting("in_space", false, "SPACE", "vmlinux").exporting("for_some", false, "module:drv,other-*", "vmlinux");
        assertTrue(pack(calling("in_space", "GPL").file()).isEmpty());
        assertEquals(List.of("LB8012"), codes);
        codes.clear();
        assertTrue(pack(calling("in_space", "GPL\0import_ns=SPACE").file()).isPresent());
        assertTrue(pack(calling("for_some", "GPL").file()).isPresent());
    }

    @Test
    void aLicenseMustBeStated() {
        assertTrue(pack(new TestObject().text(".text", Bytes.of((byte) 1)).file()).isEmpty());
        assertEquals(List.of("LB8013"), codes);
    }

    @Test
    void sectionsThatToolsWouldFillAreRefused() {
        assertTrue(pack(new TestObject().section(".BTF_ids", Section.ALLOC, Bytes.zeros(4)).modinfo("license=GPL").file()).isEmpty());
        assertEquals(List.of("LB8006"), codes);
    }

    @Test
    void relocationsTheLoaderDoesNotKnowAreRefused() {
        Bytes file =
                new TestObject().text(".text", Bytes.of(new byte[8]), new Relocation(0, 42, 0, 0)).needs("x").modinfo("license=GPL").file();
        assertTrue(pack(file).isEmpty());
        assertTrue(codes.contains("LB8004"));
    }

    @Test
    void objectsOfAnUnknownMachineAreRefused() {
        var file = new TestObject().text(".text", Bytes.of((byte) 1)).modinfo("license=GPL").file();
        var request = new PackagingRequest("drv", List.of(new ObjectFile("o.o", file)), kernel, object -> versions, List.of());
        assertTrue(new PackModules(List.of()).pack(request, d -> codes.add(d.code())).isEmpty());
        assertEquals(List.of("LB8001"), codes);
    }

    @Test
    void objectsAreOfOneMachine() {
        var little = new TestObject().text(".text", Bytes.of((byte) 1)).modinfo("license=GPL").file();
        var big = new TestObject(ByteOrder.BIG_ENDIAN).text(".text", Bytes.of((byte) 1)).file();
        assertTrue(pack(little, big).isEmpty());
        assertEquals(List.of("LB8002"), codes);
    }

    @Test
    void twoDefinitionsAreRefused() {
        Bytes first = new TestObject().text(".text", Bytes.of((byte) 1)).defines("f", 0, 0).modinfo("license=GPL").file();
        Bytes second = new TestObject().text(".text", Bytes.of((byte) 1)).defines("f", 0, 0).file();
        assertTrue(pack(first, second).isEmpty());
        assertEquals(List.of("LB8003"), codes);
    }

    @Test
    void exportsOfNewerHeadersBecomeTables() {
        kernel.config.put("CONFIG_HAVE_ARCH_PREL32_RELOCATIONS", "y");
        kernel.rules.add(new SectionRule(SectionRule.DISCARD, 0, List.of(new SectionRule.Input(".export_symbol", false))));
        kernel.rules.add(new SectionRule("__ksymtab", 0, List.of(new SectionRule.Input("___ksymtab+*", true))));
        kernel.rules.add(new SectionRule("__kflagstab", 0, List.of(new SectionRule.Input("___kflagstab+*", true))));
        kernel.constants.put("KSYM_FLAG_GPL_ONLY", 1L);
        Bytes file =
                new TestObject()
                        .text(".text", Bytes.of(new byte[8]))
                        .section(".export_symbol", Section.ALLOC, Bytes.latin1("GPL\0NS\0\0\0\0\0\0\0\0\0\0"), new Relocation(7, 1, 1, 0))
                        .symbol("__export_symbol_foo", 0, 1, 0, 0)
                        .defines("foo", 0, 4)
                        .modinfo("license=GPL")
                        .file();
        PackagedModule packed = pack(file).orElseThrow();
        RelocatableObject module = ElfReader.read("m", packed.file());
        assertEquals("foo", packed.exports().get(0).name());
        assertEquals("NS", packed.exports().get(0).namespace());
        assertEquals(12, section(module, "__ksymtab").size());
        assertEquals(3, section(module, "__ksymtab").relocations().size());
        assertArrayEquals(new byte[] {1}, section(module, "__kflagstab").contents().toArray());
        assertTrue(module.sectionIndex(".export_symbol").isEmpty());
    }

    private static TestObject exporting() {
        return new TestObject()
                .text(".text", Bytes.of(new byte[8]))
                .section(".export_symbol", Section.ALLOC, Bytes.latin1("GPL\0NS\0\0\0\0\0\0\0\0\0\0"), new Relocation(7, 1, 1, 0))
                .symbol("__export_symbol_foo", 0, 1, 0, 0)
                .defines("foo", 0, 4)
                .modinfo("license=GPL");
    }

    private void hasVersions() {
        kernel.config.put("CONFIG_MODVERSIONS", "y");
        kernel.config.put("CONFIG_HAVE_ARCH_PREL32_RELOCATIONS", "y");
        kernel.rules.add(new SectionRule(SectionRule.DISCARD, 0, List.of(new SectionRule.Input(".export_symbol", false))));
        kernel.rules.add(new SectionRule("__kcrctab_gpl", 0, List.of(new SectionRule.Input("___kcrctab_gpl+*", true))));
    }

    @Test
    void versionsOfExportsAreInTheirTable() {
        hasVersions();
        versions.put("foo", 0xfedcba98L);
        PackagedModule packed = pack(exporting().file()).orElseThrow();
        assertEquals(0xfedcba98L, packed.exports().get(0).crc());
        Bytes table = section(ElfReader.read("m", packed.file()), "__kcrctab_gpl").contents();
        assertArrayEquals(new byte[] {(byte) 0x98, (byte) 0xba, (byte) 0xdc, (byte) 0xfe}, table.toArray());
    }

    @Test
    void anExportWithoutAVersionIsWarnedAbout() {
        hasVersions();
        PackagedModule packed = pack(exporting().file()).orElseThrow();
        assertEquals(List.of("LB8016"), codes);
        assertEquals(0, packed.exports().get(0).crc());
    }

    @Test
    void importsOfWhatHasNoVersionHaveNoneEither() {
        kernel.config.put("CONFIG_MODVERSIONS", "y");
        kernel.exporting("module_layout", false, "", "vmlinux");
        var sibling = new ExportedSymbol("foo", 0, ExportedSymbol.ExportClass.ANY_LICENCE, "", "other");
        var request = new PackagingRequest("drv", List.of(new ObjectFile("o.o", calling("foo", "GPL").file())), kernel,
                object -> versions, List.of(sibling));
        var packed = new PackModules(List.of(kernel)).pack(request, d -> codes.add(d.code())).orElseThrow();
        assertEquals(64, section(ElfReader.read("m", packed.file()), "__versions").size());
    }

    @Test
    void versionsOfAnotherKindAreRefused() {
        hasVersions();
        kernel.config.put("CONFIG_GENDWARFKSYMS", "y");
        assertTrue(pack(exporting().file()).isEmpty());
        assertEquals(List.of("LB8015"), codes);
    }

    @Test
    void tablesOfOlderHeadersReferToVersions() {
        kernel.config.put("CONFIG_MODVERSIONS", "y");
        versions.put("foo", 0xfedcba98L);
        Bytes file = new TestObject()
                .text(".text", Bytes.of(new byte[8]))
                .section("___ksymtab_gpl+foo", Section.ALLOC, Bytes.of(new byte[12]))
                .section("___kcrctab_gpl+foo", Section.ALLOC, Bytes.of(new byte[4]), new Relocation(0, 2, 2, 0))
                .symbol("__ksymtab_foo", 0, 1, 0, 12)
                .defines("foo", 0, 4)
                .symbol("__crc_foo", Symbol.WEAK, Symbol.UNDEFINED, 0, 0)
                .modinfo("license=GPL")
                .file();
        RelocatableObject module = packed(file);
        Symbol version = module.symbols().stream().filter(s -> s.name().equals("__crc_foo")).findFirst().orElseThrow();
        assertEquals(Symbol.ABSOLUTE, version.section());
        assertEquals(0xfedcba98L, version.value());
        kernel.config.put("CONFIG_MODULE_REL_CRCS", "y");
        RelocatableObject distances = packed(file);
        Symbol place = distances.symbols().stream().filter(s -> s.name().equals("__crc_foo")).findFirst().orElseThrow();
        assertEquals(0xfedcba98L, section(distances, ".rodata").contents().u32(place.value(), ByteOrder.LITTLE_ENDIAN));
    }

    private List<String> codesOfExporting(String name) {
        codes.clear();
        pack(new TestObject()
                .text(".text", Bytes.of(new byte[8]))
                .section(".export_symbol", Section.ALLOC, Bytes.latin1("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), new Relocation(8, 1, 1, 0))
                .symbol("__export_symbol_" + name, 0, 1, 0, 0)
                .defines(name, 0, 4)
                .modinfo("license=GPL")
                .file());
        return codes;
    }

    @Test
    void whatTheKernelImageExportsIsNotExportedAgain() {
        kernel.exporting("of_image", false, "", "vmlinux").exporting("of_module", false, "", "drivers/drv");
        kernel.config.put("CONFIG_HAVE_ARCH_PREL32_RELOCATIONS", "y");
        kernel.rules.add(new SectionRule(SectionRule.DISCARD, 0, List.of(new SectionRule.Input(".export_symbol", false))));
        assertEquals(List.of("LB8017"), codesOfExporting("of_image"));
        assertEquals(List.of(), codesOfExporting("of_module"));
        assertEquals(List.of(), codesOfExporting("of_nobody"));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        kernel.exporting("a_function", false, "", "vmlinux");
        Bytes file = calling("a_function", "GPL").file();
        assertEquals(pack(file).orElseThrow().file(), pack(file).orElseThrow().file());
    }

    @Test
    void damagedObjectsEndInADiagnosticWhereverTheyAreCut() {
        kernel.exporting("a_function", false, "", "vmlinux");
        byte[] whole = calling("a_function", "GPL").file().toArray();
        for (int cut = 0; cut < whole.length; cut += 7) {
            assertTrue(pack(Bytes.of(java.util.Arrays.copyOf(whole, cut))).isEmpty());
        }
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            pack(Bytes.of(damaged));
        }
    }

    @Test
    void deviceTablesBecomeAliases() {
        kernel.constants.put("sizeof(struct i2c_device_id)", 8L);
        kernel.constants.put("__builtin_offsetof(struct i2c_device_id, name)", 0L);
        kernel.constants.put("sizeof(((struct i2c_device_id *)0)->name)", 4L);
        Bytes file =
                new TestObject()
                        .section(".rodata", Section.ALLOC, Bytes.latin1("abc\0\0\0\0\0defg\0\0\0\0\0\0\0\0\0\0\0\0"))
                        .symbol("__mod_device_table__kmod_drv__i2c__ids", 0, 0, 0, 0)
                        .symbol("ids", 0, 0, 0, 24)
                        .modinfo("license=GPL")
                        .file();
        String info = new String(section(packed(file), ".modinfo").contents().toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(info.contains("\0alias=i2c:defg\0alias=i2c:abc\0depends=\0"), info);
    }
}
