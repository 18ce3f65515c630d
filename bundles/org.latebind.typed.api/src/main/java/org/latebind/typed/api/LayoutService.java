package org.latebind.typed.api;

import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.osgi.annotation.versioning.ProviderType;

/** Makes layouts and evaluators for one unit. */
@ProviderType
public interface LayoutService {
    /**
     * @param types asked lazily: records may be completed after this call and before they are laid out
     */
    Layouts layouts(TypeTable types, DataModel model);

    ConstantEvaluator evaluator(TypeTable types, Layouts layouts, DataModel model, LanguageSettings language);
}
