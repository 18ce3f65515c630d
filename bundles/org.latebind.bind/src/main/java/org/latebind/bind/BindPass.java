package org.latebind.bind;

import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildPlan;
import org.latebind.ir.api.DeferredModule;
import org.latebind.kmod.api.ExportVersions;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.ObjectSources;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.BoundTarget;
import org.latebind.target.api.Targets;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.TypedUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Binds every unit of a deferred module to one kernel.
 *
 * <p>The option {@code fragments=off} processes all kernel headers from their tokens and takes nothing
 * from their event logs: the oracle of those, with which it must agree to the byte.
 *
 * <p>The option {@code code=none} says that no code is to be generated, which header data from BTF alone wants.
 *
 * <p>Typed units are named {@code module/object}. Also puts the {@link BoundTarget} that the later
 * passes work for, and what packaging asks: the {@link ModuleKernel}, {@link ExportVersions}, and each object's {@link
 * ObjectSources}.
 */
@Component(service = Pass.class)
@PassInfo(
        name = "bind",
        consumes = {DeferredModule.class, BuildPlan.class, HeaderData.class},
        produces = {TypedUnit.class, BoundTarget.class, ModuleKernel.class, ExportVersions.class, ObjectSources.class},
        options = {"form", "fragments", "code"})
public final class BindPass implements Pass {
    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final LayoutService layouts;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public BindPass(
            @Reference PreprocessorFactory preprocessors,
            @Reference CParser parser,
            @Reference SemanticAnalysis analysis,
            @Reference LayoutService layouts,
            @Reference Targets targets,
            @Reference Lexer lexer) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.analysis = analysis;
        this.layouts = layouts;
        this.targets = targets;
        this.lexer = lexer;
    }

    @Override
    public void run(RunContext context) {
        var deferred = context.get(DeferredModule.class);
        var plan = context.get(BuildPlan.class);
        var headers = context.get(HeaderData.class);
        if (headers.isFromBtfAlone()) {
            new BtfNeeds(deferred, headers).check(context);
        }
        var target = targets.bind(headers.identity().target(), headers.settings());
        context.put(BoundTarget.class, target);
        context.offerSourceLines(new LinkSourceLines(deferred, headers));
        var preprocessing = UnitPreprocessing.of(context, preprocessors, headers, target);
        var binding = new UnitBinding(preprocessing, parser, analysis, target);
        long total = plan.modules().stream().mapToLong(m -> m.units().size()).sum();
        long done = 0;
        for (var module : plan.modules()) {
            for (var unit : module.units()) {
                context.checkCanceled();
                context.progress().report("binding " + unit.source(), done++, total);
                binding.bind(deferred, module, unit, headers, context)
                        .ifPresent(typed -> context.put(TypedUnit.class, UnitBinding.name(module, unit), typed));
            }
        }
        var constants = new KernelConstants(headers, preprocessing, lexer, parser, analysis, layouts, target);
        context.put(ModuleKernel.class, new BoundKernel(headers, constants));
        context.put(ExportVersions.class, new BoundVersions(deferred, plan, headers, preprocessing));
        preprocessing.count(context);
    }
}
