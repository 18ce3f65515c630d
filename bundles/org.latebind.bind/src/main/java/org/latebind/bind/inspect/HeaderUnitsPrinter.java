package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.bind.universe.HeaderUnits;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/**
 * Prints how many types each unit of headers names; or, given a tag or typedef name, where each unit has it.
 *
 * <pre>
 * unit 1: 9412 tags, 3914 typedef names
 * unit 2: kmem_cache at include/linux/slab_def.h:12:1
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class HeaderUnitsPrinter implements ArtifactPrinter<HeaderUnits> {
    @Override
    public Class<HeaderUnits> type() {
        return HeaderUnits.class;
    }

    @Override
    public boolean print(HeaderUnits units, Optional<String> name, Appendable out) throws IOException {
        if (name.isEmpty()) {
            printStatistics(units, out);
            return true;
        }
        boolean any = false;
        for (int i = 0; i < units.units().size(); i++) {
            var scope = units.units().get(i);
            var declared = Stream.concat(scope.tag(name.get()).stream(), scope.typedef(name.get()).stream()).toList();
            for (var declaration : declared) {
                out.append("unit " + (i + 1) + ": " + name.get() + " at " + declaration.span().at() + "\n");
                any = true;
            }
        }
        return any;
    }

    @Override
    public void printStatistics(HeaderUnits units, Appendable out) throws IOException {
        for (int i = 0; i < units.units().size(); i++) {
            var scope = units.units().get(i);
            out.append("unit " + (i + 1) + ": " + scope.tagNames().size() + " tags, "
                    + scope.typedefNames().size() + " typedef names\n");
        }
    }
}
