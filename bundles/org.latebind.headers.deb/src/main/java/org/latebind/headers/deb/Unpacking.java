package org.latebind.headers.deb;

import java.nio.file.Path;
import org.latebind.archive.DebBounds;
import org.latebind.archive.DebFile;
import org.latebind.archive.DebVisitor;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.KernelIdentity.PackageVersion;

/** Unpacks packages into a tree, each path once. */
final class Unpacking {
    private final PackageTree tree;

    /** A kernel's header packages have 17,000 files of 70 MB. */
    private final DebBounds bounds = new DebBounds(512L << 20, 200_000);

    Unpacking(PackageTree tree) {
        this.tree = tree;
    }

    /** @throws DiagnosticException where the package cannot be read, is not one, or contradicts what is there */
    void unpack(Path file) {
        var control = DebFile.read(file, bounds, new DebVisitor() {
            @Override
            public void folder(String path) {
                require(tree.addFolder(path), file, path);
            }

            @Override
            public void link(String path, String target) {
                require(tree.addLink(path, target), file, path);
            }

            @Override
            public void file(String path, byte[] content) {
                require(tree.addFile(path, content), file, path);
            }
        });
        tree.addPackage(new PackageVersion(control.packageName(), control.version()));
    }

    private static void require(boolean added, Path file, String path) {
        if (!added) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5035", file.getFileName() + " has another " + path
                            + " than what is there already, from it or another package")
                    .withHelp("give the packages of one kernel"));
        }
    }
}
