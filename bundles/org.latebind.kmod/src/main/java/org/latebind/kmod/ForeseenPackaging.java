package org.latebind.kmod;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.kmod.api.ExportVersions;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.ObjectName;
import org.latebind.typed.api.FileAsm;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedUnit;

/**
 * What packaging is bound to refuse, whatever the optimizer leaves of the units: asked of a module's laid-out units, in
 * packaging's own order and words, at the source's places.
 */
final class ForeseenPackaging {
    private static final String OWN_OBJECT = "the module's own record";

    private final String modname;
    private final SortedMap<String, LaidOutUnit> units;
    private final ModuleKernel kernel;
    private final ExportVersions versions;
    private final LinkerScript script;

    /** @param units of one module, by name */
    ForeseenPackaging(
            String modname, SortedMap<String, LaidOutUnit> units, ModuleKernel kernel, ExportVersions versions) {
        this.versions = versions;
        this.modname = modname;
        this.units = units;
        this.kernel = kernel;
        this.script = new LinkerScript(kernel.moduleSections());
    }

    /** The units of each module, by the module's name and then by theirs. */
    static SortedMap<String, SortedMap<String, LaidOutUnit>> byModule(Map<String, LaidOutUnit> units) {
        var modules = new TreeMap<String, SortedMap<String, LaidOutUnit>>();
        units.forEach((name, unit) -> modules.computeIfAbsent(ObjectName.parse(name).modname(), module -> new TreeMap<>())
                .put(name, unit));
        return modules;
    }

    void report(DiagnosticSink sink) {
        try {
            PackagingRules.checkName(modname);
            definitions(sink);
            ExportRules.check(
                    modname, units.values().stream().flatMap(unit -> ExportRules.exports(unit.unit())).sorted().toList(),
                    kernel, sink);
            sections(sink);
            if (modinfo().noneMatch(entry -> entry.startsWith("license=")) && assembled(ModuleInfo.SECTION).isEmpty()) {
                sink.report(PackagingRules.noLicense(modname));
            }
            ModuleRecord.of(kernel, modname);
            PackagingRules.checkVersions(kernel);
            exportVersions();
        } catch (DiagnosticException e) {
            if (e.isBadInput()) {
                throw e;
            }
            sink.report(e.diagnostic());
        }
    }

    /** The {@code key=value} strings of {@code MODULE_INFO}. */
    Stream<String> modinfo() {
        return units.values().stream().flatMap(unit -> unit.unit().variables().stream()
                .filter(variable -> variable.attributes().section().filter(ModuleInfo.SECTION::equals).isPresent())
                .flatMap(variable -> Optional.ofNullable(unit.images().get(variable.id())).stream())
                .flatMap(ForeseenPackaging::strings));
    }

    private static Stream<String> strings(StaticImage image) {
        return image.pieces().stream()
                .filter(StaticImage.Piece.Bytes.class::isInstance)
                .map(piece -> new String(((StaticImage.Piece.Bytes) piece).content(), StandardCharsets.ISO_8859_1))
                .flatMap(text -> Stream.of(text.split("\0")));
    }

    /** Where the units' assembler, which only an assembler reads, may put something there. */
    private Optional<Position> assembled(String section) {
        return units.values().stream().flatMap(unit -> unit.unit().fileAsm().stream())
                .filter(asm -> asm.text().contains(section)).map(FileAsm::at).findFirst();
    }

    /** Computes them, since they cannot be for every kernel and source. */
    private void exportVersions() {
        if (kernel.isEnabled("CONFIG_MODVERSIONS")) {
            units.forEach((name, unit) -> {
                if (OwnExports.SECTIONS.stream().anyMatch(section -> isIn(section, unit.unit()))) {
                    PackagingRules.checkExportVersions(kernel);
                    versions.of(ObjectName.parse(name));
                }
            });
        }
    }

    /** Whether something goes into a section whose name begins so. */
    private static boolean isIn(String section, TypedUnit unit) {
        return unit.fileAsm().stream().anyMatch(asm -> asm.text().contains(section))
                || unit.variables().stream().anyMatch(variable -> variable.defined()
                        && variable.attributes().section().filter(name -> name.startsWith(section)).isPresent());
    }

    /** As the linker has it: of several definitions all but one have to be weak. */
    private void definitions(DiagnosticSink sink) {
        var strong = new HashMap<String, Position>();
        units.forEach((object, unit) -> definitions(unit.unit()).forEach((symbol, at) -> {
            var first = strong.putIfAbsent(symbol, at);
            if (first != null) {
                sink.report(PackagingRules.definedTwice(symbol, object).at(at).withNote("first defined here", first));
            }
        }));
        var own = strong.get(ForecastPass.THIS_MODULE);
        if (own != null) {
            sink.report(PackagingRules.definedTwice(ForecastPass.THIS_MODULE, OWN_OBJECT).at(own));
        }
    }

    /** Strong ones; one that is repeated within the unit is lowering's to refuse. */
    private Map<String, Position> definitions(TypedUnit unit) {
        var found = new LinkedHashMap<String, Position>();
        unit.functions().stream().filter(ForeseenPackaging::isDefined).filter(function -> isStrong(function.attributes()))
                .forEach(function -> found.putIfAbsent(function.linkName(), function.at()));
        unit.variables().stream().filter(ForeseenPackaging::isDefined).filter(variable -> isStrong(variable.attributes()))
                .forEach(variable -> found.putIfAbsent(variable.linkName(), variable.at()));
        return found;
    }

    private boolean isStrong(SymbolAttributes attributes) {
        return !attributes.is(SymbolAttributes.Flag.WEAK)
                && attributes.section().filter(section -> script.place(section).isDiscard()).isEmpty();
    }

    private static boolean isDefined(TypedFunction function) {
        return function.linkage() == Linkage.EXTERNAL
                && (function.body().isPresent() || function.attributes().alias().isPresent());
    }

    private static boolean isDefined(GlobalVariable variable) {
        return variable.linkage() == Linkage.EXTERNAL
                && (variable.defined() || variable.attributes().alias().isPresent());
    }

    private void sections(DiagnosticSink sink) {
        PackagingRules.filledByTools().forEach(section ->
                filled(section).ifPresent(at -> sink.report(PackagingRules.filledByTools(section).at(at))));
    }

    private Optional<Position> filled(String section) {
        return units.values().stream()
                .flatMap(unit -> unit.unit().variables().stream()
                        .filter(variable -> variable.defined() && isKept(variable))
                        .filter(variable -> variable.attributes().section().filter(section::equals).isPresent())
                        .filter(variable -> unit.images().get(variable.id()).size() > 0))
                .map(GlobalVariable::at).findFirst()
                .or(() -> assembled(section));
    }

    /** Whether the optimizer has to leave the object. */
    private static boolean isKept(GlobalVariable variable) {
        return variable.linkage() == Linkage.EXTERNAL || variable.attributes().is(SymbolAttributes.Flag.USED);
    }
}
