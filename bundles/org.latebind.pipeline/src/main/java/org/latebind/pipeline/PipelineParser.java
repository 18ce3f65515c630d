package org.latebind.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.Pipeline.Stage;

/** Turns a pipeline's text into a {@link Pipeline}; the syntax is told there. */
final class PipelineParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final String SYNTAX =
            "a line is 'input TYPE', 'output TYPE' or 'pass [NAME] [(FILTER)] [OPTION=VALUE ...]'";

    private final String name;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    private PipelineParser(String name) {
        this.name = name;
    }

    static Pipeline parse(String name, String text) {
        var parser = new PipelineParser(name);
        var lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            parser.parseLine(lines[i], i + 1);
        }
        if (parser.stages.isEmpty()) {
            throw parser.wrong(Math.max(1, lines.length), 1, "pipeline '" + name + "' has no pass");
        }
        return new Pipeline(name, parser.inputs, parser.outputs, parser.stages);
    }

    private void parseLine(String line, int number) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        int column = line.indexOf(text) + 1;
        var words = text.split("\\s+", 2);
        var rest = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "input" -> inputs.add(artifactType(rest, number, column));
            case "output" -> outputs.add(artifactType(rest, number, column));
            case "pass" -> stages.add(stage(rest, number, column));
            default -> throw wrong(number, column, "'" + words[0] + "' does not begin a pipeline line");
        }
    }

    private String artifactType(String text, int line, int column) {
        if (!NAME.matcher(text).matches()) {
            throw wrong(line, column, "expected the name of an artifact type, found '" + text + "'");
        }
        return text;
    }

    private Stage stage(String text, int line, int column) {
        var passName = Optional.<String>empty();
        var filter = Optional.<String>empty();
        var options = new LinkedHashMap<String, String>();
        var rest = text;
        while (!rest.isEmpty()) {
            int end = rest.startsWith("(") ? filterEnd(rest, line, column) : wordEnd(rest);
            var word = rest.substring(0, end);
            rest = rest.substring(end).strip();
            int equals = word.indexOf('=');
            if (word.startsWith("#")) {
                break;
            } else if (word.startsWith("(") && filter.isEmpty()) {
                filter = Optional.of(word);
            } else if (!word.startsWith("(") && equals > 0) {
                options.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (NAME.matcher(word).matches() && passName.isEmpty() && filter.isEmpty() && options.isEmpty()) {
                passName = Optional.of(word);
            } else {
                throw wrong(line, column, "'" + word + "' has no place in a pass line");
            }
        }
        if (passName.isEmpty() && filter.isEmpty()) {
            throw wrong(line, column, "a pass line needs a name or a filter");
        }
        return new Stage(position(line, column), passName, filter, options);
    }

    private static int wordEnd(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int filterEnd(String text, int line, int column) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '(' -> depth++;
                case ')' -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        throw wrong(line, column, "the filter's parentheses do not match: " + text);
    }

    private Position position(int line, int column) {
        return new Position(new SourceFile(name + ".pipeline", Origin.MODULE), line, column);
    }

    private DiagnosticException wrong(int line, int column, String message) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9001", position(line, column), message).withHelp(SYNTAX));
    }
}
