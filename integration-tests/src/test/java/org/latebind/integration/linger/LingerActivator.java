package org.latebind.integration.linger;

import java.util.Hashtable;
import java.util.Map;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts the bundle that ReplacementsTest makes of this package: a pass in which runs stay until they are overtaken. */
public final class LingerActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(Pass.class, new LingerPass(), new Hashtable<>(Map.of(
                PassInfo.PREFIX_ + "name", "linger",
                PassInfo.PREFIX_ + "consumes", new String[0],
                PassInfo.PREFIX_ + "produces", new String[0])));
    }

    @Override
    public void stop(BundleContext context) {}
}
