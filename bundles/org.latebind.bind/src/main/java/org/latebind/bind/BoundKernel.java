package org.latebind.bind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.SectionRule;
import org.latebind.kmod.api.ModuleKernel;

/** What packaging asks, answered from header data and by binding its headers. */
record BoundKernel(HeaderData headers, KernelConstants constants) implements ModuleKernel {
    @Override
    public String release() {
        return headers.identity().release();
    }

    @Override
    public String vermagic() {
        return constants.vermagic();
    }

    @Override
    public List<SectionRule> moduleSections() {
        return headers.moduleSections();
    }

    @Override
    public Optional<String> config(String name) {
        return headers.config(name);
    }

    @Override
    public Optional<ExportedSymbol> symbol(String name) {
        return headers.symbol(name);
    }

    @Override
    public List<OptionalLong> constants(String header, List<String> expressions) {
        return constants.evaluate(header, expressions);
    }
}
