package org.latebind.headers.kbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderReader;
import org.osgi.service.component.annotations.Component;

/**
 * Opens kernel build trees that are folders: an installed one ({@code /usr/src/linux-headers-...} or
 * {@code /lib/modules/RELEASE/build}), one unpacked elsewhere, or a folder that packages were unpacked
 * into.
 */
@Component
public final class DirectoryReader implements HeaderReader {
    private static final Path SOURCES = Path.of("usr", "src");

    @Override
    public String kind() {
        return "kernel build tree";
    }

    @Override
    public boolean accepts(List<Path> inputs) {
        return !inputs.isEmpty() && inputs.stream().allMatch(Files::isDirectory);
    }

    @Override
    public FileTree open(List<Path> inputs) {
        try {
            var folders = new ArrayList<Path>();
            for (var input : inputs) {
                folders.add(input.toRealPath());
            }
            var root = reachesBeyond(root(folders), folders) ? folders.getFirst().getRoot() : root(folders);
            var candidates = new ArrayList<String>();
            for (var folder : folders) {
                candidatesIn(folder).forEach(found -> candidates.add("/" + root.relativize(found)));
            }
            return new DirectoryTree(root, candidates.stream().map(path -> path.replace('\\', '/')).toList());
        } catch (IOException failure) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB1003", "the folder cannot be read: " + failure.getMessage()));
        }
    }

    /**
     * Where absolute links start: the folder that holds {@code usr/src}, or the one that the tree
     * stands in together with its siblings.
     */
    private static Path root(List<Path> folders) {
        var folder = folders.get(0);
        if (Files.isDirectory(folder.resolve(SOURCES))) {
            return folder;
        }
        for (var above = folder.getParent(); above != null; above = above.getParent()) {
            if (above.endsWith(SOURCES)) {
                return above.getParent().getParent();
            }
        }
        return folder.getParent() == null ? folder : folder.getParent();
    }

    /**
     * Whether a folder beside the tree is a link that leads out of the root on this machine, and nowhere within it:
     * then links mean what they mean to everybody here.
     */
    private static boolean reachesBeyond(Path root, List<Path> folders) throws IOException {
        for (var folder : folders) {
            if (folder.getParent() == null) {
                continue;
            }
            try (Stream<Path> beside = Files.list(folder.getParent())) {
                for (var link : beside.filter(Files::isSymbolicLink).filter(Files::isDirectory).toList()) {
                    if (!link.toRealPath().startsWith(root)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Path> candidatesIn(Path folder) throws IOException {
        var sources = folder.resolve(SOURCES);
        if (!Files.isDirectory(sources)) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(sources)) {
            return entries.filter(Files::isDirectory).filter(entry -> !Files.isSymbolicLink(entry)).sorted().toList();
        }
    }
}
