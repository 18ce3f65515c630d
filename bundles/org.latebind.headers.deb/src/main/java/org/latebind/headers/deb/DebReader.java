package org.latebind.headers.deb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderReader;
import org.osgi.service.component.annotations.Component;

/** Opens Debian packages: those of one kernel's headers and of what they share with other flavours. */
@Component
public final class DebReader implements HeaderReader {
    static final byte[] MAGIC = {'!', '<', 'a', 'r', 'c', 'h', '>', '\n'};

    @Override
    public String kind() {
        return "Debian packages";
    }

    @Override
    public boolean accepts(List<Path> inputs) {
        return !inputs.isEmpty() && inputs.stream().allMatch(DebReader::isPackage);
    }

    private static boolean isPackage(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public FileTree open(List<Path> inputs) {
        var tree = new PackageTree();
        var bounds = new Bounds();
        for (var input : inputs) {
            new PackageUnpacker(input, tree, bounds).unpack();
        }
        return tree;
    }
}
