package org.latebind.ir;

/** The content of a {@code .dko} that no writer made. */
final class DamagedContentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedContentException(String message) {
        super(message);
    }
}
