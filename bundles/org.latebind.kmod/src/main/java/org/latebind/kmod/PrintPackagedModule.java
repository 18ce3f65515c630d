package org.latebind.kmod;

import java.io.IOException;
import java.util.Optional;
import org.latebind.kmod.api.PackagedModule;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/** A module as text, for {@code --dump-after package}. */
@Component(service = ArtifactPrinter.class)
public final class PrintPackagedModule implements ArtifactPrinter<PackagedModule> {
    @Override
    public Class<PackagedModule> type() {
        return PackagedModule.class;
    }

    @Override
    public boolean print(PackagedModule module, Optional<String> name, Appendable out) throws IOException {
        return ElfText.print("module", module.file(), name, out);
    }
}
