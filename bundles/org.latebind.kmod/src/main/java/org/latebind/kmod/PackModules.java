package org.latebind.kmod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.ElfIdentity;
import org.latebind.elf.ElfReader;
import org.latebind.elf.ElfWriter;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.ModulePackager;
import org.latebind.kmod.api.PackagedModule;
import org.latebind.kmod.api.PackagingRequest;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Objects in, {@code .ko} out.
 *
 * <pre>
 *   a.o, b.o --merge--> one object --arch tables--> with site and unwind tables --+
 *                                                                                  merge --> .ko
 *   imports, exports, device tables, struct module --------------> mod object ----+
 * </pre>
 */
@Component
public final class PackModules implements ModulePackager {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ModuleArch> archs = List.of();

    /** For the component runtime. */
    public PackModules() {}

    PackModules(List<ModuleArch> archs) {
        this.archs = archs;
    }

    @Override
    public Optional<PackagedModule> pack(PackagingRequest request, DiagnosticSink sink) {
        Refusal refusal = new Refusal(sink);
        try {
            Optional<Map<String, RelocatableObject>> objects = objects(request, sink);
            if (objects.isEmpty()) {
                return Optional.empty();
            }
            PackagedModule module = pack(request, objects.get(), refusal);
            return refusal.isRefused() ? Optional.empty() : Optional.of(module);
        } catch (DiagnosticException e) {
            if (e.isBadInput()) {
                throw e; // header data that turns out to be damaged
            }
            sink.report(e.diagnostic());
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            sink.report(
                    Diagnostic.error("LB8002", "the objects of '" + request.name() + "' are damaged: " + e.getMessage()));
        }
        return Optional.empty();
    }

    @Override
    public List<ExportedSymbol> exports(PackagingRequest request) {
        try {
            return OwnExports.of(request, read(request), diagnostic -> {}).symbols();
        } catch (DiagnosticException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }

    private static Optional<Map<String, RelocatableObject>> objects(PackagingRequest request, DiagnosticSink sink) {
        try {
            return Optional.of(read(request));
        } catch (DiagnosticException e) {
            sink.report(e.diagnostic());
            return Optional.empty();
        }
    }

    private PackagedModule pack(
            PackagingRequest request, Map<String, RelocatableObject> objects, Refusal refusal) {
        ModuleKernel kernel = request.kernel();
        PackagingRules.checkName(request.modname());
        ElfIdentity identity = objects.values().iterator().next().identity();
        ModuleArch arch = arch(identity);
        objects.forEach((name, object) -> checkRelocations(name, object, arch, refusal));
        LinkerScript script = new LinkerScript(kernel.moduleSections());
        OwnExports exports = OwnExports.of(request, objects, refusal);
        ExportRules.check(request.modname(), exports.symbols().stream().map(ExportedSymbol::name).toList(), kernel, refusal);
        RelocatableObject merged = MergeObjects.merge(objects, script, arch.codeFill(), refusal);
        checkSections(merged, refusal);
        RelocatableObject module = arch.addTables(merged, kernel, refusal);
        ModuleInfo info = ModuleInfo.of(module);
        if (info.values("license").isEmpty()) {
            refusal.report(PackagingRules.noLicense(request.modname()));
        }
        Imports imports = Imports.of(module, info, request, refusal);
        ModuleObject own = new ModuleObject(request.modname(), kernel, arch, script, identity, refusal);
        ModpostVersion modpost = ModpostVersion.of(kernel);
        if (SourceVersion.isWanted(info, kernel)) {
            var version = new SourceVersion(modpost).of(request.name(), request.sources(), identity.order());
            own.addInfo(List.of("srcversion=" + version));
        }
        own.addInfo(info(request, imports, new DeviceTables(objects.values(), kernel, modpost, refusal).aliases(), modpost));
        own.addThisModule(module);
        own.addVersions(imports);
        own.addExports(exports);
        RelocatableObject file = link(module, own.build(), script, arch, refusal);
        return new PackagedModule(
                ElfWriter.write(file),
                exports.symbols(),
                List.copyOf(imports.owners()),
                imports.symbols().stream().map(ExportedSymbol::name).toList());
    }

    private static RelocatableObject link(
            RelocatableObject module, RelocatableObject own, LinkerScript script, ModuleArch arch, Refusal refusal) {
        Map<String, RelocatableObject> parts = new LinkedHashMap<>();
        parts.put("the module", module);
        parts.put("the module's own record", own);
        return MergeObjects.merge(parts, script.withoutSymbols(), arch.codeFill(), refusal);
    }

    private static Map<String, RelocatableObject> read(PackagingRequest request) {
        Map<String, RelocatableObject> objects = new LinkedHashMap<>();
        for (PackagingRequest.ObjectFile file : request.objects()) {
            String name = objects.containsKey(file.name()) ? file.name() + "#" + objects.size() : file.name();
            RelocatableObject object = ElfReader.read(file.name(), file.contents());
            objects.put(name, object);
            if (!object.identity().equals(objects.values().iterator().next().identity())) {
                throw Refusal.of("LB8002", file.name() + " is for another machine than the objects before it", "generate all for one target");
            }
        }
        if (objects.isEmpty()) {
            throw Refusal.of("LB8002", "module '" + request.name() + "' has no objects", "check the module's build description");
        }
        return objects;
    }

    private ModuleArch arch(ElfIdentity identity) {
        return archs.stream()
                .filter(arch -> arch.machine() == identity.machine())
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        "LB8001",
                                        "no installed bundle packages modules of ELF machine " + identity.machine(),
                                        "deploy the bundle of that architecture"));
    }

    private static void checkRelocations(String name, RelocatableObject object, ModuleArch arch, Refusal refusal) {
        for (Section section : object.sections()) {
            for (Relocation relocation : section.relocations()) {
                var width = arch.patchedBytes(relocation.type());
                boolean loadable = !section.has(Section.ALLOC) || width.isPresent();
                if (!loadable || relocation.offset() > section.size() - width.orElse(0)) {
                    refusal.error(
                            "LB8004",
                            name + ": the kernel's module loader cannot apply relocation type " + relocation.type()
                                    + " at " + section.name() + "+" + relocation.offset(),
                            "the cause is inline assembly in the module, or a fault of code generation");
                }
            }
        }
    }

    private static void checkSections(RelocatableObject module, Refusal refusal) {
        for (Section section : module.sections()) {
            if (PackagingRules.filledByTools().contains(section.name()) && section.size() > 0) {
                refusal.report(PackagingRules.filledByTools(section.name()));
            }
        }
    }

    /**
     * In the order of kbuild's {@code .ko}: gcc writes the variables of modpost's C file from the last to the first.
     * {@code intree} is never ours to state; retpoline follows the settings of code generation.
     */
    private static List<String> info(
            PackagingRequest request, Imports imports, List<String> aliases, ModpostVersion modpost) {
        ModuleKernel kernel = request.kernel();
        boolean retpoline = kernel.isEnabled("CONFIG_MITIGATION_RETPOLINE") || kernel.isEnabled("CONFIG_RETPOLINE");
        String name = "name=" + request.modname();
        List<String> entries = new ArrayList<>();
        aliases.forEach(alias -> entries.add(0, "alias=" + alias));
        entries.add("depends=" + String.join(",", imports.owners()));
        if (modpost.hasCommonObject()) {
            entries.add(name);
        }
        if (retpoline) {
            entries.add("retpoline=Y");
        }
        if (!modpost.hasCommonObject()) {
            entries.add(name);
        }
        entries.add("vermagic=" + kernel.vermagic());
        return entries;
    }
}
