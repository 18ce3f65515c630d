package org.latebind.backend;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.Personality;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An architecture as everybody but the code generator sees it, and the pass by which ingestion of a kernel gets it.
 *
 * <pre>
 * {@literal @}Component(property = {TargetDescription.ARCH + "=" + ARCH, PassInfo.PREFIX_ + "kernel=" + KERNEL_ARCH})
 * {@literal @}PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = ARCH)
 * public final class PrefixTarget extends BackendTarget implements TargetDescription, Pass {
 * </pre>
 *
 * <p>The macros that no flag changes are lines of {@code #define} in {@value #MACROS}, a resource beside the class.
 */
@ConsumerType
public abstract class BackendTarget implements TargetDescription, Pass {
    private static final String MACROS = "predefined-macros.h";

    private final ArchNames names;
    private final DataModel dataModel;

    protected BackendTarget(ArchNames names, DataModel dataModel) {
        this.names = Objects.requireNonNull(names);
        this.dataModel = Objects.requireNonNull(dataModel);
    }

    @Override
    public final ArchNames names() {
        return names;
    }

    @Override
    public final DataModel dataModel() {
        return dataModel;
    }

    @Override
    public final String predefinedMacros(TargetSettings settings) {
        var macros = GccMacros.lp64(settings, dataModel);
        macros.resource(getClass(), MACROS);
        machineMacros(macros, settings);
        return macros.text();
    }

    /** Adds the macros of the architecture that depend on flags. */
    protected abstract void machineMacros(GccMacros macros, TargetSettings settings);

    @Override
    public final Personality personality(TargetSettings settings) {
        return GccPersonality.of(settings.language(), machineAttributes());
    }

    /** The attributes {@link GnuAttribute.Gcc#OF_SOME_MACHINES} that gcc has for this one. */
    protected Set<GnuAttribute> machineAttributes() {
        return Set.of();
    }

    /** None: what these kernels ask of a compiler, ours has as well. */
    @Override
    public List<ConfigAnswer> configAnswers(KernelBuild kernel) {
        return List.of();
    }

    @Override
    public final void run(RunContext context) {
        context.put(TargetDescription.class, this);
    }
}
