package org.latebind.dkms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.latebind.diagnostics.api.Diagnostic;

/**
 * What a {@code dkms.conf} may say for some kernel.
 *
 * @param packages each different result
 * @param complete whether every combination of the undecided tests is there; else each test was taken both ways
 * @param refusals why some combinations, which need not be possible, have no result
 */
public record DkmsPossibilities(List<DkmsPackage> packages, boolean complete, List<Diagnostic> refusals) {
    public DkmsPossibilities {
        packages = List.copyOf(packages);
        refusals = List.copyOf(refusals);
    }

    /** The sets of patches that some kernel selects. */
    public Set<List<String>> patchSets() {
        return all(DkmsPackage::patches);
    }

    public Set<String> makeCommands() {
        return all(DkmsPackage::make);
    }

    /** The modules that some kernel selects. */
    public Set<DkmsModule> modules() {
        var modules = new LinkedHashSet<DkmsModule>();
        packages.forEach(each -> modules.addAll(each.modules()));
        return modules;
    }

    private <T> Set<T> all(Function<DkmsPackage, T> part) {
        var parts = new LinkedHashSet<T>();
        packages.forEach(each -> parts.add(part.apply(each)));
        return parts;
    }
}
