package org.latebind.kmod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.ir.api.BuildPlan;
import org.latebind.kmod.api.ExportVersions;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.ModulePackager;
import org.latebind.kmod.api.ObjectName;
import org.latebind.kmod.api.ObjectSources;
import org.latebind.kmod.api.PackagedModule;
import org.latebind.kmod.api.PackagingRequest;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Packages every module of a link.
 *
 * <pre>
 *   ObjectFile 'drv/a.o', ObjectFile 'drv/b.o'  -->  PackagedModule 'drv'
 * </pre>
 */
@Component(service = Pass.class)
@PassInfo(
        name = "package",
        consumes = {ObjectFile.class, ModuleKernel.class, ExportVersions.class},
        produces = {PackagedModule.class})
public final class PackagePass implements Pass {
    private final ModulePackager packager;

    @Activate
    public PackagePass(@Reference ModulePackager packager) {
        this.packager = packager;
    }

    @Override
    public void run(RunContext context) {
        Map<String, List<ObjectFile>> modules = new TreeMap<>();
        inOrderOfBuild(context, ObjectFile.class)
                .forEach((name, object) -> modules.computeIfAbsent(ObjectName.parse(name).module(), key -> new ArrayList<>()).add(object));
        Map<String, List<ObjectSources>> sources = new TreeMap<>();
        inOrderOfBuild(context, ObjectSources.class)
                .forEach((name, object) -> sources.computeIfAbsent(ObjectName.parse(name).module(), key -> new ArrayList<>()).add(object));
        ModuleKernel kernel = context.get(ModuleKernel.class);
        ExportVersions versions = context.get(ExportVersions.class);
        Map<String, List<ExportedSymbol>> exports = new TreeMap<>();
        modules.forEach((name, objects) ->
                exports.put(name, packager.exports(new PackagingRequest(name, objects, kernel, versions, List.of()))));
        long done = 0;
        for (Map.Entry<String, List<ObjectFile>> module : modules.entrySet()) {
            context.checkCanceled();
            context.progress().report("packaging " + module.getKey(), done++, modules.size());
            List<ExportedSymbol> siblings = new ArrayList<>();
            exports.forEach((name, symbols) -> siblings.addAll(name.equals(module.getKey()) ? List.of() : symbols));
            var request = new PackagingRequest(
                    module.getKey(), module.getValue(), kernel, versions, siblings, sources.getOrDefault(module.getKey(), List.of()));
            packager.pack(request, context.diagnostics())
                    .ifPresent(packaged -> context.put(PackagedModule.class, module.getKey(), packaged));
        }
    }

    /** Objects are linked in the order of the build; those of no known build, by name. */
    private static <T> Map<String, T> inOrderOfBuild(RunContext context, Class<T> type) {
        Map<String, T> byName = new TreeMap<>(context.all(type));
        Map<String, T> ordered = new LinkedHashMap<>();
        context.find(BuildPlan.class).stream()
                .flatMap(build -> build.modules().stream())
                .flatMap(plan -> plan.units().stream().map(unit -> new ObjectName(plan.name(), unit.object()).toString()))
                .filter(byName::containsKey)
                .forEach(name -> ordered.put(name, byName.remove(name)));
        ordered.putAll(byName);
        return ordered;
    }
}
