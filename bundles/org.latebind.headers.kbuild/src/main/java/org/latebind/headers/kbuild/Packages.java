package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.latebind.headers.api.TreePath;

/** The packages that a tree's two halves are. */
final class Packages {
    private Packages() {}

    /**
     * Names are those of the folders, the version is the one compiled into the kernel, so that packages
     * and unpacked trees give the same.
     *
     * @throws DiagnosticException where the packages themselves say another version
     */
    static List<PackageVersion> of(BuildTree tree, Optional<String> packageId) {
        var version = packageId.map(id -> id.substring(id.lastIndexOf(' ') + 1)).orElse("");
        var found = new ArrayList<PackageVersion>();
        Stream.of(tree.object(), tree.source()).map(TreePath::name).distinct()
                .filter(name -> name.startsWith("linux-headers-") && !version.isEmpty())
                .forEach(name -> found.add(new PackageVersion(name, version)));
        for (var given : tree.files().packages()) {
            for (var ours : found) {
                if (given.name().equals(ours.name()) && !given.version().equals(ours.version())) {
                    throw DiagnosticException.badInput(Diagnostic.error("LB5009", "package " + given
                            + " does not belong to the kernel beside it, whose packages have version " + version));
                }
            }
        }
        return found;
    }
}
