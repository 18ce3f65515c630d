package org.latebind.headers.kbuild;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.latebind.target.api.KernelBuild;

/** A build tree as a target description sees it. */
record KernelFacts(BuildTree tree, String release, SortedMap<String, String> symbols, List<String> compilerFlags)
        implements KernelBuild {
    @Override
    public Optional<String> config(String option) {
        return Optional.ofNullable(symbols.get("CONFIG_" + option));
    }

    @Override
    public Optional<String> file(String path) {
        return tree.text(path);
    }
}
