package org.latebind.layout;

import java.util.HashMap;
import java.util.Map;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.TypedUnit;
import org.latebind.typed.api.VariableId;

/** Lays out typed units for one target. */
public final class LayOutUnit {
    private final LayoutService layouts;
    private final DataModel model;
    private final LanguageSettings language;

    public LayOutUnit(LayoutService layouts, DataModel model, LanguageSettings language) {
        this.layouts = layouts;
        this.model = model;
        this.language = language;
    }

    /**
     * The unit's layouts and images. After an error was reported some may be missing, and the unit must not be lowered.
     *
     * @param cancellation called now and then, to throw where the work is not wanted any more
     */
    public LaidOutUnit layOut(TypedUnit unit, DiagnosticSink sink, Runnable cancellation) {
        var resolved = layouts.layouts(unit.types(), model);
        var records = new MentionedRecords(unit, resolved, sink::report).layOut();
        var evaluator = layouts.evaluator(unit.types(), resolved, model, language).knowing(unit.variables());
        Map<VariableId, StaticImage> images = new HashMap<>();
        for (var variable : unit.variables()) {
            cancellation.run();
            if (variable.defined()) {
                try {
                    images.put(variable.id(), evaluator.image(variable.type(), variable.initializer()));
                } catch (DiagnosticException e) {
                    sink.report(e.diagnostic());
                }
            }
        }
        return new LaidOutUnit(unit, records, images);
    }
}
