package org.latebind.appliance;

import java.io.File;
import java.util.regex.Pattern;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files in a watched folder that nobody has a use for: asked after everybody else, it says so. */
@Component(property = Constants.SERVICE_RANKING + ":Integer=" + Integer.MIN_VALUE)
public final class OtherFiles implements ArtifactInstaller {
    /** Hidden, being written, to be read by people, or the launcher's. */
    private static final Pattern EXPECTED =
            Pattern.compile("\\..*|.*(~|\\.part|\\.tmp)|README.*|framework\\.properties");

    private final Complaints complaints;

    @Activate
    public OtherFiles(@Reference Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public boolean canHandle(File file) {
        return !EXPECTED.matcher(file.getName()).matches();
    }

    @Override
    public void install(File file) {
        complaints.warn("LB9036", file + " is ignored: bundles are files *.jar, settings are files PID.cfg");
    }

    @Override
    public void update(File file) {}

    @Override
    public void uninstall(File file) {}
}
