package org.latebind.kbuild;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.shell.Answer;
import org.latebind.shell.FileKind;
import org.latebind.shell.ShellHost;

/** The machine as a shell script sees it that a makefile or {@code dkms.conf} has. */
record MachineShell(BuildMachine files, String folder, Map<String, String> environment) implements ShellHost {
    MachineShell {
        environment = Map.copyOf(environment);
    }

    @Override
    public Answer<Optional<String>> environment(String name) {
        return Answer.of(Optional.ofNullable(environment.get(name)));
    }

    @Override
    public Answer<FileKind> kind(String text) {
        var path = files.resolve("/", text);
        return switch (files.presence(path)) {
            case FILE -> Answer.of(files.text(path).filter(script -> script.startsWith("#!")).isPresent()
                    ? FileKind.PROGRAM : FileKind.FILE);
            case FOLDER -> Answer.of(FileKind.FOLDER);
            case ABSENT -> Answer.of(FileKind.ABSENT);
            case UNKNOWN -> new Answer.Refused<>("whether there is a file '" + path + "' is not known");
        };
    }

    @Override
    public Answer<String> content(String text) {
        var path = files.resolve("/", text);
        return files.text(path).<Answer<String>>map(Answer::of)
                .orElseGet(() -> new Answer.Refused<>("the text of '" + path + "' is not in the deferred module"));
    }

    @Override
    public Answer<List<String>> list(String text) {
        var path = files.resolve("/", text);
        return files.lists(path) ? Answer.of(List.copyOf(files.list(path)))
                : new Answer.Refused<>("what is in '" + path + "' is not known");
    }

    @Override
    public Answer<String> release() {
        return Answer.of(files.headers().identity().release());
    }

    @Override
    public Answer<String> machine() {
        return Answer.of(files.headers().identity().target());
    }
}
