package org.latebind.shell;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a script asks of the world around it. Paths are absolute, without {@code .}, {@code ..} and a slash at the end.
 */
@ConsumerType
public interface ShellHost {
    /** The folder in which the script starts. */
    String folder();

    /** A variable of the environment; empty where it is not set. */
    Answer<Optional<String>> environment(String name);

    Answer<FileKind> kind(String path);

    /** What is in a file that exists. */
    Answer<String> content(String path);

    /** The names in a folder that exists, without {@code .} and {@code ..}. */
    Answer<List<String>> list(String path);

    /** {@code uname -r}. */
    Answer<String> release();

    /** {@code uname -m}. */
    Answer<String> machine();

    /** Whether a script may write a file there; it is kept in memory and stated in the result. */
    default boolean mayWrite(String path) {
        return false;
    }
}
