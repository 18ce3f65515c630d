package org.latebind.kmod;

import org.latebind.headers.api.HeaderData;
import org.latebind.kmod.api.ExportVersions;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.typed.api.LaidOutUnit;
import org.osgi.service.component.annotations.Component;

/**
 * Refuses what packaging is bound to refuse, while there are places in the source to name: in a check, and in a link
 * before it generates code.
 *
 * <pre>
 * a.c:  int twice;
 * b.c:  int twice;      error: 'twice' is defined twice; note: a.c, first defined here
 * </pre>
 *
 * <p>Packaging asks its rules again, of objects: what assembler defines only an assembler reads. For a kernel that is
 * known by its BTF alone nothing can be packaged, so nothing is foreseen.
 */
@Component(service = Pass.class)
@PassInfo(name = "foresee", consumes = {LaidOutUnit.class, ModuleKernel.class, ExportVersions.class, HeaderData.class},
        produces = {})
public final class ForeseePass implements Pass {
    @Override
    public void run(RunContext context) {
        if (context.get(HeaderData.class).isFromBtfAlone()) {
            return;
        }
        var kernel = context.get(ModuleKernel.class);
        var versions = context.get(ExportVersions.class);
        ForeseenPackaging.byModule(context.all(LaidOutUnit.class)).forEach((name, units) ->
                new ForeseenPackaging(name, units, kernel, versions).report(context.diagnostics()));
    }
}
