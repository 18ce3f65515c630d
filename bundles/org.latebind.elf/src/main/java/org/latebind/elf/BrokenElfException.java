package org.latebind.elf;

/** A file is not what its reader reads; the message says in what way. */
final class BrokenElfException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenElfException(String why) {
        super(why);
    }
}
