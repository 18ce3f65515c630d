package org.latebind.appliance;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * Writes to the standard error stream what is wrong with the appliance's folders, and what the framework's log gets
 * as a warning or worse.
 */
@Component(service = Complaints.class, immediate = true)
public final class Complaints implements LogListener {
    /** The log keeps a copy of an exception, whose text names both classes. */
    private static final Pattern WRAPPINGS = Pattern.compile("^((\\w+\\.)+\\w*(LogException|BundleException): )+");

    private static final String OF_THE_LOG = "LB9037";

    private final LogReaderService log;
    private final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);

    @Activate
    public Complaints(@Reference LogReaderService log) {
        this.log = log;
        log.addLogListener(this);
    }

    @Deactivate
    void close() {
        log.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (LogLevel.WARN.implies(entry.getLogLevel())) {
            var cause = entry.getException();
            // Who cannot start a bundle has only that to say; the reason is in the exception.
            warn(OF_THE_LOG, entry.getMessage() + (cause == null ? "" : ": " + reason(cause)));
        }
    }

    /** A file that is not what its folder is for. */
    void warn(String code, String message) {
        err.println("latebind: warning[" + code + "]: " + message);
    }

    void warn(String code, String message, String help) {
        warn(code, message);
        err.println("help: " + help);
    }

    static String reason(Throwable cause) {
        return WRAPPINGS.matcher(cause.toString()).replaceFirst("");
    }
}
