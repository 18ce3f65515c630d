package org.latebind.bind.unit;

import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.IncludeResolver;

/**
 * Who includes the headers that kbuild forces: a file at the top of the kernel's tree, which is where the compiler
 * runs, and for those that a module's makefile finds in its own folder, a file there.
 */
final class ForcedHeaders {
    private static final SourceFile KERNELS = new SourceFile("(command line)", Origin.KERNEL);
    private static final SourceFile MODULES = new SourceFile("(command line)", Origin.MODULE);

    private ForcedHeaders() {}

    static IncludeResolver.Request kernels(String spelling) {
        return request(spelling, KERNELS);
    }

    /** What {@code -include} of a module means ({@link org.latebind.ir.api.UnitPlan#forcedHeaders}). */
    static IncludeResolver.Request request(String spelling) {
        return request(spelling, spelling.startsWith("./") ? MODULES : KERNELS);
    }

    private static IncludeResolver.Request request(String spelling, SourceFile includer) {
        return new IncludeResolver.Request(spelling, false, false, includer, IncludeResolver.Found.NO_SLOT);
    }
}
