package org.latebind.syntax.api;

/** Anything with a place in the source. */
public interface Node {
    Span span();
}
