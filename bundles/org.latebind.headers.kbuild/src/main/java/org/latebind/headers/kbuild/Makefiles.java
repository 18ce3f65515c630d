package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Reads Makefiles for their variables: assignments, conditionals, {@code include} and {@code define}.
 * Rules and recipes are passed over.
 */
final class Makefiles {
    private static final int MAX_INCLUDES = 500;
    private static final List<String> OPERATORS = List.of("::=", ":=", "+=", "?=", "!=", "=");

    private final Function<String, Optional<String>> files;
    private final MakeExpander variables;
    private final SortedSet<String> missing = new TreeSet<>();
    private final SortedSet<String> read = new TreeSet<>();
    private int includes;

    /** @param files the text of a file by the path that an include line says, variables expanded */
    Makefiles(Function<String, Optional<String>> files, MakeExpander variables) {
        this.files = files;
        this.variables = variables;
    }

    /** Files that an include line names and the tree has not. */
    SortedSet<String> missing() {
        return missing;
    }

    /** Reads a file and what it includes. */
    void read(String path) {
        if (++includes > MAX_INCLUDES) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB5011", "the kernel's Makefiles include more than " + MAX_INCLUDES + " others, the last " + path));
        }
        var text = files.apply(path);
        if (text.isEmpty()) {
            missing.add(path);
            return;
        }
        read.add(path);
        new Lines(text.get()).evaluate();
    }

    /** One file's lines and its open conditionals. */
    private final class Lines {
        private final List<String> lines;
        /** For each open conditional, whether its branch is read, and whether one has been. */
        private final List<boolean[]> conditionals = new ArrayList<>();
        private boolean inRule;
        private int next;

        Lines(String text) {
            lines = logicalLines(text);
        }

        void evaluate() {
            while (next < lines.size()) {
                var line = lines.get(next++);
                if (line.startsWith("\t") && inRule) {
                    continue;
                }
                var stripped = withoutComment(line).strip();
                if (!stripped.isEmpty() && !conditional(stripped) && reading()) {
                    statement(stripped);
                }
            }
        }

        private boolean reading() {
            return conditionals.stream().allMatch(branch -> branch[0]);
        }

        private boolean conditional(String line) {
            var word = line.split("[\\s(]", 2)[0];
            switch (word) {
                case "ifeq", "ifneq", "ifdef", "ifndef" -> open(line);
                case "else" -> otherwise(line.substring(4).strip());
                case "endif" -> {
                    if (!conditionals.isEmpty()) {
                        conditionals.remove(conditionals.size() - 1);
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void open(String line) {
            boolean holds = reading() && holds(line);
            conditionals.add(new boolean[] {holds, holds});
        }

        private void otherwise(String condition) {
            if (conditionals.isEmpty()) {
                return;
            }
            var branch = conditionals.get(conditionals.size() - 1);
            branch[0] = false;
            if (!branch[1] && reading(conditionals.size() - 1)) {
                branch[0] = condition.isEmpty() || holds(condition);
                branch[1] = branch[0];
            }
        }

        private boolean reading(int levels) {
            return conditionals.subList(0, levels).stream().allMatch(branch -> branch[0]);
        }

        private boolean holds(String line) {
            var word = line.split("[\\s(]", 2)[0];
            var rest = line.substring(word.length()).strip();
            return switch (word) {
                case "ifdef" -> variables.isDefined(variables.expand(rest).strip());
                case "ifndef" -> !variables.isDefined(variables.expand(rest).strip());
                case "ifneq" -> !equal(rest);
                default -> equal(rest);
            };
        }

        private boolean equal(String operands) {
            if (operands.startsWith("(")) {
                var inside = operands.substring(1, MakeExpander.closing(operands, 0));
                int comma = topLevelComma(inside);
                return variables.expand(inside.substring(0, comma)).strip()
                        .equals(variables.expand(inside.substring(Math.min(comma + 1, inside.length()))).strip());
            }
            var quoted = operands.split("[\"']", -1);
            return quoted.length >= 4 && variables.expand(quoted[1]).equals(variables.expand(quoted[3]));
        }

        private void statement(String line) {
            var words = line.split("\\s+", 2);
            switch (words[0]) {
                case "include", "-include", "sinclude" -> include(words);
                case "define" -> define(words.length > 1 ? words[1] : "");
                case "unexport", "undefine", "vpath" -> inRule = false;
                case "export", "override", "private" -> {
                    inRule = false;
                    if (words.length > 1) {
                        statement(words[1]);
                    }
                }
                default -> assignmentOrRule(line);
            }
        }

        private void include(String[] words) {
            inRule = false;
            for (var path : MakeExpander.words(variables.expand(words.length > 1 ? words[1] : ""))) {
                boolean optional = !words[0].equals("include");
                if (!optional || files.apply(path).isPresent()) {
                    read(path);
                }
            }
        }

        private void define(String head) {
            inRule = false;
            var body = new ArrayList<String>();
            while (next < lines.size() && !lines.get(next).strip().equals("endef")) {
                body.add(lines.get(next++));
            }
            next++;
            variables.assign(head.replaceFirst("\\s*[:+?!]*=\\s*$", "").strip(), "=", String.join("\n", body));
        }

        private void assignmentOrRule(String line) {
            int level = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '(' || c == '{') {
                    level++;
                } else if (c == ')' || c == '}') {
                    level--;
                } else if (level == 0) {
                    var operator = operatorAt(line, i);
                    if (operator.isPresent()) {
                        inRule = false;
                        variables.assign(variables.expand(line.substring(0, i)).strip(), operator.get(),
                                line.substring(i + operator.get().length()).stripLeading());
                        return;
                    }
                    if (c == ':') {
                        inRule = true;
                        return;
                    }
                }
            }
        }
    }

    private static Optional<String> operatorAt(String line, int index) {
        return OPERATORS.stream().filter(operator -> line.startsWith(operator, index)).findFirst();
    }

    private static int topLevelComma(String text) {
        int level = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                level++;
            } else if (c == ')' || c == '}') {
                level--;
            } else if (c == ',' && level == 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Lines with those that a backslash continues joined by a blank. */
    private static List<String> logicalLines(String text) {
        var out = new ArrayList<String>();
        var open = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var part = open.isEmpty() ? line : line.stripLeading();
            if (part.endsWith("\\") && !part.endsWith("\\\\")) {
                open.append(part.substring(0, part.length() - 1).stripTrailing()).append(' ');
            } else {
                out.add(open.append(part).toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            out.add(open.toString());
        }
        return out;
    }

    private static String withoutComment(String line) {
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            if (i == 0 || line.charAt(i - 1) != '\\') {
                return line.substring(0, i).replace("\\#", "#");
            }
        }
        return line.replace("\\#", "#");
    }
}
