package org.latebind.syntax.api;

/** C11 6.7.7: a type named in a cast, sizeof, compound literal and the like. */
public record TypeName(Span span, Specifiers specifiers, Declarator declarator) implements Node {}
