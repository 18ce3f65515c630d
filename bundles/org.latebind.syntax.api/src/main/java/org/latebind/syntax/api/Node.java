package org.latebind.syntax.api;

import org.osgi.annotation.versioning.ProviderType;

/** Anything with a place in the source. */
@ProviderType
public interface Node {
    Span span();
}
