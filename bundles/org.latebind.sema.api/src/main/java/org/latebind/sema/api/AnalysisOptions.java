package org.latebind.sema.api;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;

/**
 * How a unit is analyzed.
 *
 * @param unitName the object's name, {@code drv/main.o}
 * @param errors what is an error rather than a warning
 * @param addressSpaces the target's named address spaces, {@code __seg_gs}, by number
 */
public record AnalysisOptions(
        String unitName,
        DataModel dataModel,
        LanguageSettings language,
        AnalysisMode mode,
        Set<PermissiveError> errors,
        Map<String, Integer> addressSpaces) {
    public AnalysisOptions {
        Objects.requireNonNull(unitName);
        Objects.requireNonNull(dataModel);
        Objects.requireNonNull(language);
        Objects.requireNonNull(mode);
        errors = Set.copyOf(errors);
        addressSpaces = Map.copyOf(addressSpaces);
    }

    /** A bound unit under the compiler's own defaults. */
    public static AnalysisOptions of(String unitName, DataModel dataModel, LanguageSettings language) {
        return new AnalysisOptions(
                unitName, dataModel, language, AnalysisMode.BOUND, PermissiveError.errorsByDefault(language), Map.of());
    }

    public AnalysisOptions withMode(AnalysisMode other) {
        return new AnalysisOptions(unitName, dataModel, language, other, errors, addressSpaces);
    }

    public AnalysisOptions withErrors(Set<PermissiveError> other) {
        return new AnalysisOptions(unitName, dataModel, language, mode, other, addressSpaces);
    }

    public AnalysisOptions withAddressSpaces(Map<String, Integer> other) {
        return new AnalysisOptions(unitName, dataModel, language, mode, errors, other);
    }
}
