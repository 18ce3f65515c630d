package org.latebind.kmod;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedUnit;

/**
 * What packaging is bound to refuse, whatever the optimizer leaves of the units: asked of a module's laid-out units, in
 * packaging's own order and words.
 */
final class ForeseenPackaging {
    private static final String OWN_OBJECT = "the module's own record";

    private final String modname;
    private final SortedMap<String, LaidOutUnit> units;
    private final ModuleKernel kernel;
    private final LinkerScript script;

    /** @param units of one module, by name */
    ForeseenPackaging(String modname, SortedMap<String, LaidOutUnit> units, ModuleKernel kernel) {
        this.modname = modname;
        this.units = units;
        this.kernel = kernel;
        this.script = new LinkerScript(kernel.moduleSections());
    }

    void report(DiagnosticSink sink) {
        try {
            PackagingRules.checkName(modname);
            definitions(sink);
            ExportRules.check(
                    modname, units.values().stream().flatMap(unit -> ExportRules.exports(unit.unit())).sorted().toList(),
                    kernel, sink);
            sections(sink);
            if (modinfo().noneMatch(entry -> entry.startsWith("license=")) && !assembles(ModuleInfo.SECTION)) {
                sink.report(PackagingRules.noLicense());
            }
            ModuleRecord.of(kernel, modname);
            PackagingRules.checkVersions(kernel);
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

    /** Whether the units' assembler, which only an assembler reads, may put something there. */
    private boolean assembles(String section) {
        return units.values().stream().anyMatch(unit ->
                unit.unit().fileAsm().stream().anyMatch(text -> text.contains(section)));
    }

    /** As the linker has it: of several definitions all but one have to be weak. */
    private void definitions(DiagnosticSink sink) {
        var strong = new HashSet<String>();
        units.forEach((object, unit) -> definitions(unit.unit()).forEach(symbol -> {
            if (!strong.add(symbol)) {
                sink.report(PackagingRules.definedTwice(symbol, object));
            }
        }));
        if (strong.contains(ForecastPass.THIS_MODULE)) {
            sink.report(PackagingRules.definedTwice(ForecastPass.THIS_MODULE, OWN_OBJECT));
        }
    }

    /** Strong ones; one that is repeated within the unit is lowering's to refuse. */
    private Stream<String> definitions(TypedUnit unit) {
        return Stream.concat(
                        unit.functions().stream().filter(ForeseenPackaging::isDefined)
                                .filter(function -> isStrong(function.attributes()))
                                .map(TypedFunction::linkName),
                        unit.variables().stream().filter(ForeseenPackaging::isDefined)
                                .filter(variable -> isStrong(variable.attributes()))
                                .map(GlobalVariable::linkName))
                .distinct();
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
        PackagingRules.filledByTools().stream().filter(this::isFilled)
                .forEach(section -> sink.report(PackagingRules.filledByTools(section)));
    }

    private boolean isFilled(String section) {
        return assembles(section) || units.values().stream().anyMatch(unit -> unit.unit().variables().stream()
                .filter(variable -> variable.defined() && isKept(variable))
                .anyMatch(variable -> variable.attributes().section().filter(section::equals).isPresent()
                        && unit.images().get(variable.id()).size() > 0));
    }

    /** Whether the optimizer has to leave the object. */
    private static boolean isKept(GlobalVariable variable) {
        return variable.linkage() == Linkage.EXTERNAL || variable.attributes().is(SymbolAttributes.Flag.USED);
    }
}
