package org.latebind.backend.oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.KernelBuild;

/** A kernel of which nothing is there but what its Makefiles and configuration give. */
public record StubKernel(List<String> compilerFlags, Map<String, String> configuration, Map<String, String> files)
        implements KernelBuild {
    @Override
    public String release() {
        return "test";
    }

    @Override
    public Optional<String> config(String option) {
        return Optional.ofNullable(configuration.get(option));
    }

    @Override
    public Optional<String> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The same kernel with one more flag. */
    public StubKernel with(String flag) {
        var more = new ArrayList<>(compilerFlags);
        more.add(flag);
        return new StubKernel(more, configuration, files);
    }

    /** Each flag alone, added to this kernel's, must be a reason not to take the kernel. */
    public void assertRefused(List<String> added, Function<KernelBuild, ?> settings) {
        for (var flag : added) {
            var refusal = assertThrows(DiagnosticException.class, () -> settings.apply(with(flag)), flag);
            assertEquals("LB5022", refusal.diagnostic().code(), flag);
        }
    }
}
