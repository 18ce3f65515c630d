package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of a command. */
record Call(String name, List<String> arguments, Io io, Interpreter interpreter) {
    World world() {
        return interpreter.world();
    }

    State state() {
        return interpreter.state();
    }

    void print(String text) {
        world().length(io.out().text.length() + (long) text.length());
        io.out().text.append(text);
    }

    /** Fails with a message to standard error. */
    int fail(int status) {
        interpreter.complain(io);
        return status;
    }

    Stop notCovered(String what) {
        return world().notCovered("'" + name + " " + what + "'");
    }

    String path(String word) {
        return World.resolve(state().folder, word);
    }

    /** What kind of file a word names; one that ends in a slash must be a folder. */
    FileKind kind(String word) {
        if (word.isEmpty()) {
            return FileKind.ABSENT;
        }
        var kind = world().kind(path(word));
        return kind.isFile() && word.endsWith("/") ? FileKind.ABSENT : kind;
    }

    String standardInput() {
        if (io.in().isTerminal()) {
            throw world().notCovered("'" + name + "' reading the terminal");
        }
        return io.in().rest();
    }

    /** A file's content, or standard input's for {@code -}; empty where there is none, or it is a folder. */
    Optional<String> file(String word) {
        if (word.equals("-")) {
            return Optional.of(standardInput());
        }
        if (word.equals("/dev/null")) {
            return Optional.of("");
        }
        return kind(word).isFile() ? Optional.of(world().content(path(word))) : Optional.empty();
    }

    /** The inputs of a filter that reads the files it is given, or standard input. */
    List<Optional<String>> inputs(List<String> files) {
        var inputs = new ArrayList<Optional<String>>();
        for (var file : files.isEmpty() ? List.of("-") : files) {
            inputs.add(file(file));
        }
        return inputs;
    }

    /** Lines without their line feeds. */
    static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }
}
