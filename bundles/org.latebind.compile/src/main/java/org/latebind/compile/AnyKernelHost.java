package org.latebind.compile;

import java.util.List;
import java.util.Optional;
import org.latebind.shell.Answer;
import org.latebind.shell.FileKind;
import org.latebind.shell.ShellHost;
import org.latebind.shell.Unknowns;

/** What a script of a package is told when the package is compiled: of the kernel, that it is not known yet. */
record AnyKernelHost(Unknowns unknowns) implements ShellHost {
    private static <T> Answer<T> ofTheKernel(String what) {
        return new Answer.Undecided<>("only a kernel decides " + what);
    }

    @Override
    public String folder() {
        return "/";
    }

    @Override
    public Answer<Optional<String>> environment(String name) {
        return Answer.of(Optional.empty());
    }

    @Override
    public Answer<FileKind> kind(String path) {
        return path.equals(folder()) ? Answer.of(FileKind.FOLDER) : ofTheKernel("whether there is a file '" + path + "'");
    }

    @Override
    public Answer<String> content(String path) {
        return ofTheKernel("what is in '" + path + "'");
    }

    @Override
    public Answer<List<String>> list(String path) {
        // Of the machine's files none has a name that a pattern of a package is for.
        return path.equals(folder()) ? Answer.of(List.of()) : ofTheKernel("what is in '" + path + "'");
    }

    @Override
    public Answer<String> release() {
        return Answer.of(unknowns.word("the kernel's release"));
    }

    @Override
    public Answer<String> machine() {
        return Answer.of(unknowns.word("the kernel's architecture"));
    }
}
