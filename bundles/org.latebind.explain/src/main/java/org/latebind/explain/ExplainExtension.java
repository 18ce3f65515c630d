package org.latebind.explain;

import org.latebind.command.api.CommandExtension;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Adds the command {@code explain}. */
@Component
public final class ExplainExtension implements CommandExtension {
    private final BundleContext bundles;

    @Activate
    public ExplainExtension(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public Object command(CommandService commands, CommandIo io) {
        return new ExplainCommand(() -> DiagnosticPages.of(bundles), io);
    }
}
