package org.latebind.layout;

import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.typed.api.ConstantEvaluator;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.TypeTable;
import org.osgi.service.component.annotations.Component;

/** The layout service: gcc's rules over a target's data model. */
@Component
public final class LayoutProvider implements LayoutService {
    @Override
    public Layouts layouts(TypeTable types, DataModel model) {
        return new TypeLayouts(types, model);
    }

    @Override
    public ConstantEvaluator evaluator(
            TypeTable types, Layouts layouts, DataModel model, LanguageSettings language) {
        var integers = new IntegerTypes(types, model, language.charIsSigned());
        return new Evaluator(
                new ConstantFolder(integers, layouts, false), new ConstantFolder(integers, layouts, true), integers,
                layouts, types, model);
    }
}
