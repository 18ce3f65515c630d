package org.latebind.target.api;

/** An asm statement asks for what we cannot do; the message says what. */
public final class UnsupportedAsmException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnsupportedAsmException(String message) {
        super(message);
    }
}
