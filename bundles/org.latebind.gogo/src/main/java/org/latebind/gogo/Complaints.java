package org.latebind.gogo;

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
 * Says on the standard error stream what the framework's log gets as a warning or worse: a bundle that
 * was dropped and cannot be resolved would otherwise just not be there.
 */
@Component(service = {}, immediate = true)
public final class Complaints implements LogListener {
    /** The log keeps a copy of an exception, which says the names of both. */
    private static final Pattern WRAPPINGS = Pattern.compile("^((\\w+\\.)+\\w*(LogException|BundleException): )+");

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
            // Who cannot start a bundle has only that to say; the reason stands in the exception.
            var reason = cause == null ? "" : ": " + WRAPPINGS.matcher(cause.toString()).replaceFirst("");
            err.println("latebind: warning[LB9034]: " + entry.getMessage() + reason);
        }
    }
}
