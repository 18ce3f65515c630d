package org.latebind.bind;

/** How a unit's items were bound. */
final class BindingShares {
    /** Includes, macro definitions, conditionals. */
    int directives;
    /** Bound from their trees. */
    int structured;
    /** Structured, but an assumption failed or a macro did not fit: parsed again from tokens. */
    int parsedAgain;
    /** Without a tree. */
    int tokensOnly;
    /** Macro uses inside bound trees whose expansion was parsed and put in place. */
    int splices;
}
