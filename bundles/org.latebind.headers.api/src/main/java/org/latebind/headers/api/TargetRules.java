package org.latebind.headers.api;

import java.util.List;
import java.util.SortedMap;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an architecture's bundle knows about kernels built for it; a service, one for each
 * architecture.
 *
 * <p>Ingestion asks the rules whose {@link #kernelArchitecture} is the tree's and whose {@link
 * #serves} agrees.
 */
@ConsumerType
public interface TargetRules {
    /** The kernel's folder under {@code arch/}. */
    String kernelArchitecture();

    /** The name of the target description that belongs to these rules. */
    String target();

    /** Whether a kernel of this architecture is one for the target (a word size, an endianness). */
    boolean serves(KernelBuild build);

    /** Config symbols to answer for our compiler; only those of this architecture. */
    List<ConfigAnswer> configAnswers();

    /** Macros that the architecture's Makefile defines on the command line. */
    List<IncludePath.Definition> definitions(KernelBuild build);

    /**
     * Code-generation settings that the architecture adds. What the kernel was built with and our
     * code generation cannot honour is reported as an error.
     */
    SortedMap<String, String> settings(KernelBuild build, DiagnosticSink diagnostics);
}
