package org.latebind.ir;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.IrText;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.syntax.api.DeferredItem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code show} for a deferred module: all of it, the items that define a name, or how much is structured. */
@Component(service = ArtifactPrinter.class)
public final class DeferredModulePrinter implements ArtifactPrinter<DeferredModule> {
    private final IrText text;

    @Activate
    public DeferredModulePrinter(@Reference IrText text) {
        this.text = text;
    }

    @Override
    public Class<DeferredModule> type() {
        return DeferredModule.class;
    }

    @Override
    public boolean print(DeferredModule module, Optional<String> name, Appendable out) throws IOException {
        if (name.isEmpty()) {
            out.append(text.print(module));
            return true;
        }
        boolean found = false;
        for (var file : module.files()) {
            found |= printDefinitions(file, file.items(), name.get(), out);
        }
        return found;
    }

    private static boolean printDefinitions(
            DeferredFile file, List<DeferredItem> items, String name, Appendable out) throws IOException {
        boolean found = false;
        for (var item : items) {
            if (item.form() instanceof DeferredItem.Form.Conditional conditional) {
                for (var branch : conditional.branches()) {
                    found |= printDefinitions(file, branch.items(), name, out);
                }
            } else if (item.defines().contains(name)) {
                var lines = new StringBuilder();
                new NodePrinter(lines, new TokenPlaces(file.tokens().tokens())).print(PlanShapes.ITEM, item, 0);
                out.append(file.path()).append(":\n").append(lines).append('\n');
                found = true;
            }
        }
        return found;
    }

    @Override
    public void printStatistics(DeferredModule module, Appendable out) throws IOException {
        var counts = new ItemCounts();
        module.files().forEach(f -> counts.add(f.items()));
        out.append("items ").append(String.valueOf(counts.total)).append('\n');
        out.append("structured ").append(String.valueOf(counts.structured))
                .append(String.format(" (%.1f %%)%n", counts.total == 0 ? 100.0 : 100.0 * counts.structured / counts.total));
        for (var reason : counts.reasons.entrySet()) {
            out.append("tokens only ").append(String.valueOf(reason.getValue())).append(": ")
                    .append(reason.getKey()).append('\n');
        }
    }

    @Override
    public boolean printLicenses(DeferredModule module, Appendable out) throws IOException {
        var counts = new TreeMap<String, Integer>();
        module.files().forEach(file -> counts.merge(license(file), 1, Integer::sum));
        for (var entry : counts.entrySet()) {
            out.append(entry.getKey()).append(": ").append(String.valueOf(entry.getValue())).append('\n');
        }
        for (var file : module.files()) {
            out.append(file.path()).append(": ").append(license(file)).append('\n');
        }
        return true;
    }

    private static String license(DeferredFile file) {
        return file.license().orElse("none stated");
    }

    /** Items by form, those inside conditionals counted each. */
    private static final class ItemCounts {
        private final TreeMap<String, Integer> reasons = new TreeMap<>();
        private int total;
        private int structured;

        void add(List<DeferredItem> items) {
            for (var item : items) {
                switch (item.form()) {
                    case DeferredItem.Form.Conditional c -> c.branches().forEach(b -> add(b.items()));
                    case DeferredItem.Form.TokensOnly t -> reasons.merge(t.reason(), 1, Integer::sum);
                    case DeferredItem.Form.Structured s -> structured++;
                    case DeferredItem.Form.Directive d -> structured++;
                }
                total += item.form() instanceof DeferredItem.Form.Conditional ? 0 : 1;
            }
        }
    }
}
