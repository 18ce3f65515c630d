package org.latebind.launcher;

/** The framework cannot be started; the message says why. */
final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LauncherException(String message, Throwable cause) {
        super(message, cause);
    }

    LauncherException(String message) {
        super(message);
    }
}
