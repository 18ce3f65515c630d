package org.latebind.bind.unit;

import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;

/** Who includes the headers that kbuild forces: a file at the top of the kernel's tree. */
final class ForcedHeaders {
    static final SourceFile INCLUDER = new SourceFile("(command line)", Origin.KERNEL);

    private ForcedHeaders() {}
}
