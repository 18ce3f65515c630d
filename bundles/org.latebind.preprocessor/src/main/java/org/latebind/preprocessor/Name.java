package org.latebind.preprocessor;

/** An identifier of one translation unit and what it means there now. */
final class Name {
    final String text;
    final int hash;
    /** The macro in force, or null. */
    Meaning meaning;
    /** Its own replacement is being scanned (C11 6.10.3.4p2). */
    boolean disabled;
    boolean poisoned;
    /** The read epoch in which this value was last reported; see {@link NameTable#read}. */
    int readIn;
    /** The read epoch in which it was last defined or undefined. */
    int changedIn;

    Name(String text) {
        this.text = text;
        this.hash = text.hashCode();
    }
}
