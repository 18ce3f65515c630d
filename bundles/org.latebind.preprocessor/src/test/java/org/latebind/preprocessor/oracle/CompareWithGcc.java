package org.latebind.preprocessor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.IncludeResolver.Request;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Compares our token stream with that of {@code gcc -E -P}.
 *
 * <p>As a program: {@code CompareWithGcc <gcc flags> -- file.c ...}; flags may hold -I, -D and -include.
 */
public final class CompareWithGcc {
    private final List<String> flags;
    private final Gcc gcc;
    private final List<String> folders = new ArrayList<>();
    private final List<String> preIncluded = new ArrayList<>();
    private final StringBuilder predefined = new StringBuilder();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final SearchPath search;
    private final org.latebind.token.api.FeatureAnswers features;
    private final boolean charUnsigned;

    public CompareWithGcc(List<String> flags) {
        this.flags = List.copyOf(flags);
        this.gcc = new Gcc(flags);
        predefined.append(gcc.predefined());
        for (int i = 0; i < flags.size(); i++) {
            var flag = flags.get(i);
            if (flag.equals("-include")) {
                preIncluded.add(flags.get(++i));
            } else if (flag.startsWith("-I")) {
                folders.add(flag.substring(2));
            } else if (flag.equals("-isystem")) {
                folders.add(flags.get(++i));
            } else if (flag.startsWith("-D")) {
                var text = flag.substring(2);
                int equals = text.indexOf('=');
                predefined.append("#define ")
                        .append(equals < 0 ? text + " 1" : text.substring(0, equals) + " " + text.substring(equals + 1))
                        .append('\n');
            }
        }
        this.search = new SearchPath(folders, problems::add);
        this.features = gcc.features();
        this.charUnsigned = flags.contains("-funsigned-char");
    }

    /** What came of comparing one file. */
    public sealed interface Outcome {
        record Agrees() implements Outcome {}

        /** Both gcc and we say that it is wrong. */
        record RefusedByBoth() implements Outcome {}

        /** @param what differs first */
        record Differs(String what) implements Outcome {}
    }

    public Outcome compare(String file) {
        problems.clear();
        var expected = gcc.tokens(List.of(file));
        List<Token> actual;
        try {
            actual = ours(file);
        } catch (DiagnosticException refused) {
            return expected == null ? new Outcome.RefusedByBoth() : new Outcome.Differs(print(refused.diagnostic()));
        }
        var error = problems.stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
        if (expected == null) {
            return error.isPresent() ? new Outcome.RefusedByBoth() : new Outcome.Differs("gcc refuses what we accept");
        }
        var difference = error.map(CompareWithGcc::print).orElseGet(() -> compare(expected, actual));
        return difference.isEmpty() ? new Outcome.Agrees() : new Outcome.Differs(difference);
    }

    private static String print(Diagnostic diagnostic) {
        return new DiagnosticPrinter((f, line) -> Optional.empty()).print(diagnostic);
    }

    public List<Token> ours(String file) {
        return ours(search.load(file).orElseThrow(), Optional.empty());
    }

    /** Our tokens of a main file, by way of a cache if there is one. */
    public List<Token> ours(LexedFile main, Optional<FragmentCache> cache) {
        var options = PreprocessorOptions.of(predefined.toString(), features).withCharUnsigned(charUnsigned)
                .withStrictIso(flags.stream().anyMatch(f -> f.startsWith("-std=c")));
        var factory = new GnuPreprocessorFactory();
        var preprocessor = cache
                .map(c -> factory.open(options, search, c, PreprocessorListener.NONE, problems::add))
                .orElseGet(() -> factory.open(options, search, problems::add));
        var out = new ArrayList<Token>(1 << 20);
        for (var header : preIncluded) {
            preprocessor.preInclude(new Request(header, false, false, new SourceFile("main.c", Origin.MODULE), -1), out::add);
        }
        preprocessor.process(main, out::add);
        return out;
    }

    static String compare(List<Token> expected, List<Token> actual) {
        int i = 0;
        int k = 0;
        while (i < expected.size() && k < actual.size()) {
            if (isSilent(expected.get(i))) {
                i++;
            } else if (isSilent(actual.get(k))) {
                k++;
            } else if (!spelling(expected.get(i)).equals(spelling(actual.get(k)))) {
                break;
            } else {
                i++;
                k++;
            }
        }
        while (i < expected.size() && isSilent(expected.get(i))) {
            i++;
        }
        while (k < actual.size() && isSilent(actual.get(k))) {
            k++;
        }
        if (i == expected.size() && k == actual.size()) {
            return "";
        }
        var where = k < actual.size() ? actual.get(k).position() + " (in use at " + actual.get(k).blame() + ")" : "end";
        return where + "\n  gcc:  " + around(expected, i) + "\n  ours: " + around(actual, k) + "\n";
    }

    private static String spelling(Token token) {
        return token.kind() == TokenKind.PRAGMA ? "#pragma " + token.text().replace(" ", "") : token.text();
    }

    /** gcc prints the pragmas that it has executed as well, and a {@code #ident}, of which a string is left here. */
    private static boolean isSilent(Token token) {
        return token.kind() == TokenKind.PRAGMA && (token.text().startsWith("GCC system_header")
                || token.text().startsWith("push_macro") || token.text().startsWith("pop_macro")
                || token.text().startsWith("GCC poison") || token.text().startsWith("GCC warning")
                || token.text().startsWith("\""));
    }

    private static String around(List<Token> tokens, int at) {
        var out = new StringBuilder();
        for (int i = Math.max(0, at - 12); i < Math.min(tokens.size(), at + 12); i++) {
            out.append(i == at ? " >>>" : " ").append(spelling(tokens.get(i)));
        }
        return out.toString();
    }

    public static void main(String[] arguments) {
        var all = List.of(arguments);
        int split = all.indexOf("--");
        var comparison = new CompareWithGcc(all.subList(0, split));
        int agree = 0;
        int refused = 0;
        int different = 0;
        for (var file : all.subList(split + 1, all.size())) {
            switch (comparison.compare(file)) {
                case Outcome.Agrees a -> agree++;
                case Outcome.RefusedByBoth r -> refused++;
                case Outcome.Differs d -> {
                    different++;
                    System.out.println(file + ": " + d.what());
                }
            }
        }
        System.out.println(agree + " agree, " + refused + " are refused by both, " + different + " differ");
        System.exit(different == 0 ? 0 : 1);
    }
}
