package org.latebind.preprocessor.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** The machine's gcc, asked what it makes of a file. */
public final class Gcc {
    private final List<String> flags;

    public Gcc(List<String> flags) {
        this.flags = List.copyOf(flags);
    }

    /** Where gcc looks for headers in angle brackets. */
    public static List<String> systemFolders() throws IOException {
        var process = new ProcessBuilder("gcc", "-E", "-v", "-x", "c", "/dev/null").redirectErrorStream(true).start();
        var output = decode(process.getInputStream().readAllBytes());
        int start = output.indexOf("#include <...>");
        int end = output.indexOf("End of search list");
        return output.substring(start, end).lines().skip(1).map(String::strip).toList();
    }

    /** {@code #define} lines of the predefined macros. */
    public String predefined() {
        return decode(run(List.of("-undef", "-dM", "-E", "-x", "c", "/dev/null"), true, false));
    }

    /** The tokens of {@code gcc -E -P}, pragmas as PRAGMA tokens; null if gcc gives up. */
    public List<Token> tokens(List<String> arguments) {
        var output = run(join(List.of("-E", "-P", "-w"), arguments), false, true);
        return output == null ? null : withPragmas(new GnuLexer().lex(new SourceFile("gcc", SourceFile.BUILT_IN.origin()),
                output, problem -> {}).tokens());
    }

    private static List<Token> withPragmas(List<Token> tokens) {
        var result = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!token.has(Token.LINE_START) || !token.isPunctuator("#")) {
                result.add(token);
                continue;
            }
            var line = new StringBuilder();
            for (i += 2; i < tokens.size() && !tokens.get(i).has(Token.LINE_START); i++) {
                line.append(tokens.get(i).has(Token.SPACE_BEFORE) && line.length() > 0 ? " " : "").append(tokens.get(i).text());
            }
            i--;
            result.add(new Token(TokenKind.PRAGMA, line.toString(), token.file(), token.line(), 1, 0, token.expansion()));
        }
        return result;
    }

    /** Asks gcc for each answer, once. */
    public FeatureAnswers features() {
        return new FeatureAnswers() {
            private final Map<String, Integer> known = new HashMap<>();

            @Override
            public Set<String> operators() {
                return Set.of("__has_attribute", "__has_builtin", "__has_c_attribute", "__has_cpp_attribute");
            }

            @Override
            public int answer(String operator, String operand) {
                return operand.contains("\"") ? 0 : known.computeIfAbsent(operator + "(" + operand + ")", question -> {
                    try {
                        var file = Files.createTempFile("feature", ".c");
                        Files.writeString(file, question + "\n");
                        var output = run(List.of("-E", "-P", "-x", "c", file.toString()), true, true);
                        Files.delete(file);
                        return output == null ? 0 : Integer.parseInt(decode(output).strip().replace("L", ""));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        };
    }

    private static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> join(List<String> a, List<String> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private byte[] run(List<String> arguments, boolean targetOnly, boolean mayFail) {
        var command = new ArrayList<String>();
        command.add("gcc");
        for (var flag : flags) {
            if (!targetOnly || flag.startsWith("-m") || flag.startsWith("-f") || flag.startsWith("-O") || flag.startsWith("-std")) {
                command.add(flag);
            }
        }
        arguments.stream().filter(argument -> !argument.equals("-undef")).forEach(command::add);
        try {
            var output = Files.createTempFile("gcc", ".i");
            var errors = Files.createTempFile("gcc", ".err");
            try {
                int status = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile())
                        .start().waitFor();
                if (status != 0) {
                    if (mayFail) {
                        return null;
                    }
                    throw new IllegalStateException(command + "\n" + Files.readString(errors));
                }
                return Files.readAllBytes(output);
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
