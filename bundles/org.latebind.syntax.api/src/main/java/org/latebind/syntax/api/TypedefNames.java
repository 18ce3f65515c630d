package org.latebind.syntax.api;

/** Tells the parser which file-scope names are typedef names; block scopes are the parser's own. */
@FunctionalInterface
public interface TypedefNames {
    boolean isTypedefName(String name);
}
