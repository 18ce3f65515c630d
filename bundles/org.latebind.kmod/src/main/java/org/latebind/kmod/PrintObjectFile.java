package org.latebind.kmod;

import java.io.IOException;
import java.util.Optional;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/** An object as text, for {@code --dump-after codegen}. */
@Component(service = ArtifactPrinter.class)
public final class PrintObjectFile implements ArtifactPrinter<ObjectFile> {
    @Override
    public Class<ObjectFile> type() {
        return ObjectFile.class;
    }

    @Override
    public boolean print(ObjectFile object, Optional<String> name, Appendable out) throws IOException {
        return ElfText.print(object.name(), object.contents(), name, out);
    }
}
