package org.latebind.sema.api;

import java.util.Set;
import org.latebind.syntax.api.Span;
import org.osgi.annotation.versioning.ConsumerType;

/** What macros may make of a unit's own text, for {@link AnalysisMode#DEFERRED_CHECK}. */
@ConsumerType
public interface Speculation {
    /** No macro touches the text. */
    Speculation NONE = new Speculation() {
        @Override
        public boolean isMacro(String name) {
            return false;
        }

        @Override
        public boolean isInMacro(String name) {
            return false;
        }

        @Override
        public Set<String> identifiers(Span region) {
            return Set.of();
        }
    };

    /** Whether the unit itself defines or undefines a macro of that name somewhere. */
    boolean isMacro(String name);

    /** Whether the body of a macro of the unit mentions a name, so that it may declare it or label something with it. */
    boolean isInMacro(String name);

    /** The identifiers in a region: a macro use there may declare any of them. */
    Set<String> identifiers(Span region);
}
