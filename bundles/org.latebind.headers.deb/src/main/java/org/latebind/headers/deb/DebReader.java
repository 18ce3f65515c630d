package org.latebind.headers.deb;

import java.nio.file.Path;
import java.util.List;
import org.latebind.archive.DebFile;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderReader;
import org.osgi.service.component.annotations.Component;

/** Opens Debian packages: those of one kernel's headers and of what they share with other flavors. */
@Component
public final class DebReader implements HeaderReader {
    @Override
    public String kind() {
        return "Debian packages";
    }

    @Override
    public boolean accepts(List<Path> inputs) {
        return !inputs.isEmpty() && inputs.stream().allMatch(DebFile::isPackage);
    }

    @Override
    public FileTree open(List<Path> inputs) {
        var tree = new PackageTree();
        var unpacking = new Unpacking(tree);
        inputs.forEach(unpacking::unpack);
        return tree;
    }
}
