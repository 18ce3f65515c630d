package org.latebind.syntax.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Tells the parser which file-scope names are typedef names; block scopes are the parser's own. */
@FunctionalInterface
@ConsumerType
public interface TypedefNames {
    boolean isTypedefName(String name);

    /** Whether the target has a named address space of this name: a qualifier, not an identifier. */
    default boolean isAddressSpace(String name) {
        return false;
    }
}
