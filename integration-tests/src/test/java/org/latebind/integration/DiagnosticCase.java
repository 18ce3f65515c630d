package org.latebind.integration;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.latebind.kit.SmallKernel;

/**
 * A small input that a diagnostic occurs for, in one text. Command lines come first, where {@code @} is the case's
 * folder. Files follow, each after a line {@code --- PATH}, and what the commands print after a line {@code ===}.
 *
 * <p>{@code --- PATH append} adds to a file, {@code delete} removes it, {@code hex} has its bytes as digits,
 * {@code size N} makes it that large, and {@code copies N} makes as many, with their numbers in place of {@code *}.
 * Paths below {@code tree} change a copy of the small kernel.
 *
 * @param commands the command lines
 * @param files the files' headers and texts
 * @param input the text up to and with the line that ends the input
 */
record DiagnosticCase(List<String> commands, List<String> files, String input) {
    private static final String END = "===\n";
    private static final String FILE = "(?m)^--- ";
    private static final String TREE = "tree";

    static DiagnosticCase parse(String text) {
        int end = ("\n" + text).indexOf("\n" + END);
        if (end < 0) {
            throw new IllegalArgumentException("a case has a line === after its input");
        }
        var parts = text.substring(0, end).split(FILE);
        return new DiagnosticCase(parts[0].lines().toList(), Arrays.stream(parts).skip(1).toList(),
                text.substring(0, end) + END);
    }

    /** Makes the files. */
    void write(Path folder) throws IOException {
        if (files.stream().anyMatch(file -> file.startsWith(TREE + "/"))) {
            SmallKernel.write(folder.resolve(TREE));
        }
        for (var file : files) {
            int line = file.indexOf('\n');
            var header = file.substring(0, line).split(" ");
            write(folder, header, file.substring(line + 1));
        }
    }

    private static void write(Path folder, String[] header, String text) throws IOException {
        var path = folder.resolve(header[0]);
        Files.createDirectories(path.getParent());
        switch (header.length == 1 ? "" : header[1]) {
            case "" -> Files.writeString(path, text);
            case "append" -> Files.writeString(path, text, StandardOpenOption.APPEND);
            case "delete" -> Files.delete(path);
            case "hex" -> Files.write(path, HexFormat.of().parseHex(text.replaceAll("\\s", "")));
            case "size" -> resize(path, Long.parseLong(header[2]));
            case "copies" -> {
                for (int i = 0; i < Integer.parseInt(header[2]); i++) {
                    Files.writeString(folder.resolve(header[0].replace("*", "" + i)), text);
                }
            }
            default -> throw new IllegalArgumentException(String.join(" ", header));
        }
    }

    /** Without writing what is between: such a file takes no room. */
    private static void resize(Path path, long size) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
    }

    /** A command line's words, with the paths of the case's folder. */
    static Object[] words(String command, Path folder) {
        return Arrays.stream(command.split(" "))
                .map(word -> word.replaceFirst("(^|=)@", "$1" + folder + "/"))
                .toArray();
    }

    /** What is printed, without what differs from run to run. */
    static String settled(String printed, Path folder) {
        return new String(printed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace(folder + "/", "@").replace(folder.toString(), "@");
    }
}
