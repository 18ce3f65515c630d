package org.latebind.shell;

import org.latebind.diagnostics.api.Diagnostic;

/** Ends a script, or a part of it, ahead of its end. */
abstract sealed class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stop(String message) {
        super(message, null, false, false);
    }

    static final class Undecided extends Stop {
        private static final long serialVersionUID = 1L;
        final transient Reason reason;

        Undecided(Reason reason) {
            super(reason.what());
            this.reason = reason;
        }
    }

    static final class Refused extends Stop {
        private static final long serialVersionUID = 1L;
        final transient Diagnostic diagnostic;

        Refused(Diagnostic diagnostic) {
            super(diagnostic.message());
            this.diagnostic = diagnostic;
        }
    }

    /** {@code exit}, or an error at which a shell stops. */
    static final class Exit extends Stop {
        private static final long serialVersionUID = 1L;
        final int status;

        Exit(int status) {
            super("exit");
            this.status = status;
        }
    }

    static final class Return extends Stop {
        private static final long serialVersionUID = 1L;
        final int status;

        Return(int status) {
            super("return");
            this.status = status;
        }
    }

    static final class Loop extends Stop {
        private static final long serialVersionUID = 1L;
        final boolean again;
        final int levels;

        Loop(boolean again, int levels) {
            super("loop");
            this.again = again;
            this.levels = levels;
        }
    }
}
