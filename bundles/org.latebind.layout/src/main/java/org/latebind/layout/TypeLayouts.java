package org.latebind.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.DataModel;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.RecordLayout;
import org.latebind.typed.api.TypeSizes;
import org.latebind.typed.api.TypeTable;

/** Sizes and alignments by type, each record placed when it is first asked for. */
final class TypeLayouts implements Layouts {
    private final TypeTable types;
    private final DataModel model;
    private final TypeSizes sizes;
    private final Map<RecordId, RecordLayout> placed = new HashMap<>();
    private final Set<RecordId> open = new HashSet<>();

    TypeLayouts(TypeTable types, DataModel model) {
        this.types = types;
        this.model = model;
        this.sizes = new TypeSizes(types, model, this::layout);
    }

    @Override
    public RecordLayout layout(RecordId record) {
        var known = placed.get(record);
        if (known != null) {
            return known;
        }
        var definition = types.record(record);
        if (!definition.complete()) {
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB6003", definition.at(), "the layout of the incomplete type '"
                                    + definition.tag().orElse("(unnamed)") + "' is needed")
                    .withHelp("include the header that defines it"));
        }
        if (!open.add(record)) {
            throw DiagnosticException.refused(Diagnostic.error(
                    "LB6002", definition.at(), "'" + definition.tag().orElse("(unnamed)") + "' contains itself"));
        }
        try {
            var layout = new RecordPlacement(definition, this, model).place();
            placed.put(record, layout);
            return layout;
        } catch (ArithmeticException overflow) {
            throw DiagnosticException.refused(Diagnostic.error("LB6005", definition.at(),
                    "'" + definition.tag().orElse("(unnamed)") + "' is too large"));
        } finally {
            open.remove(record);
        }
    }

    @Override
    public long sizeOf(QualifiedType type) {
        return sizes.sizeOf(type);
    }

    @Override
    public int alignOf(QualifiedType type) {
        return sizes.alignOf(type);
    }

    @Override
    public RecordLayout.MemberLayout member(FieldPath path) {
        return sizes.member(path);
    }
}
