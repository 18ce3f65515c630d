package org.latebind.bind.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.latebind.bind.unit.HeaderSpellings;
import org.latebind.bind.unit.HeaderUnit;
import org.latebind.bind.unit.ScopeFeed;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.unit.UnitScope;
import org.latebind.bind.universe.HeaderTypes;
import org.latebind.bind.universe.HeaderTypes.Name;
import org.latebind.bind.universe.ShapeOfType;
import org.latebind.bind.universe.TypeShapes;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;
import org.latebind.headers.api.HeaderData;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Macro;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenSink;
import org.latebind.typed.api.LayoutService;

/**
 * What a kernel's headers define, all of them included in one unit as far as they get along: what two kernels are
 * compared by. Functions and objects are their headers' own words, so that a macro's change is told once, not
 * with each use.
 */
final class KernelPicture {
    private final HeaderData headers;
    private final BoundTarget target;
    private final UnitScope scope;
    /** By name all definitions that a header has, by their text. */
    private final SortedMap<String, SortedMap<String, Macro>> macros = new TreeMap<>();
    private final Map<String, Optional<LexedFile>> files = new HashMap<>();

    KernelPicture(HeaderData headers, BoundTarget target, UnitPreprocessing preprocessing, Lexer lexer, CParser parser) {
        this.headers = headers;
        this.target = target;
        scope = new UnitScope(parser, target.description().addressSpaces().keySet(), d -> { });
        var feed = new ScopeFeed(scope, preprocessing.fragments());
        var defined = new ArrayList<Macro>();
        var unit = new HeaderUnit(headers, preprocessing.toldTo(new PreprocessorListener() {
            @Override
            public void defined(Macro macro) {
                defined.add(macro);
            }
        }), lexer, feed);
        for (var header : HeaderSpellings.of(headers)) {
            var held = new Held();
            if (unit.include(header.name(), held, true, KernelPicture::isWhole)) {
                held.handTo(feed);
                feed.flushApart();
                defined.forEach(this::note);
            }
            defined.clear();
        }
    }

    private void note(Macro macro) {
        if (macro.definition().isKnown() && headers.hasHeader(macro.definition().file().path())) {
            macros.computeIfAbsent(macro.name(), name -> new TreeMap<>()).putIfAbsent(text(macro), macro);
        }
    }

    private static boolean isWhole(List<Diagnostic> complaints) {
        return complaints.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }

    /** Keeps a header's tokens until it is known whether it is taken. */
    private static final class Held implements TokenSink {
        private final List<Object> tokens = new ArrayList<>();

        @Override
        public void accept(Token token) {
            tokens.add(token);
        }

        @Override
        public void accept(Run run) {
            tokens.add(run);
        }

        void handTo(TokenSink sink) {
            for (var each : tokens) {
                if (each instanceof Run run) {
                    sink.accept(run);
                } else {
                    sink.accept((Token) each);
                }
            }
        }
    }

    /** Macros that headers define, as they would be defined again. */
    SortedMap<String, String> macros() {
        var texts = new TreeMap<String, String>();
        macros.forEach((name, all) -> texts.put(name, String.join("\n", all.keySet())));
        return texts;
    }

    private static String text(Macro macro) {
        var parameters = macro.isFunctionLike() ? "(" + String.join(", ", macro.parameters()) + ")" : "";
        return macro.name() + parameters + " " + words(macro.body());
    }

    /**
     * The words of functions and objects by name.
     *
     * @param bodies whether functions that headers define, or all else
     */
    SortedMap<String, String> declarations(boolean bodies) {
        var texts = new TreeMap<String, String>();
        scope.unparsed().forEach((name, all) -> {
            boolean defined = all.stream().anyMatch(UnitScope.Unparsed::body);
            if (defined == bodies) {
                var words = new LinkedHashSet<String>();
                all.stream().filter(each -> each.body() == bodies).forEach(each -> source(each).ifPresent(words::add));
                if (!words.isEmpty()) {
                    texts.put(name, String.join("\n", words));
                }
            }
        });
        return texts;
    }

    /** A declaration's words in its header, to the end of its last line: that may be a macro's use. */
    private Optional<String> source(UnitScope.Unparsed declaration) {
        var first = declaration.first();
        var last = declaration.last();
        var file = files.computeIfAbsent(first.file().path(), headers::header);
        return file.map(lexed -> words(lexed.tokens().subList(
                firstAt(lexed.tokens(), first.line(), first.column()),
                firstAt(lexed.tokens(), Math.max(first.line(), last.line()) + 1, 0))));
    }

    /** The index of a file's first token that stands there or behind. */
    private static int firstAt(List<Token> tokens, int line, int column) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var token = tokens.get(middle);
            if (token.line() < line || token.line() == line && token.column() < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** Layouts and constants of the types of some names. */
    SortedMap<Name, ShapeOfType> types(
            Predicate<String> wanted, Lexer lexer, CParser parser, SemanticAnalysis analysis, LayoutService layouts) {
        var found = new HeaderTypes(scope, lexer, parser, analysis, target);
        found.find((name, places) -> wanted.test(name.name()));
        var shapes = new TypeShapes(found.unit().types(),
                layouts.layouts(found.unit().types(), target.description().dataModel()));
        var all = new TreeMap<Name, ShapeOfType>();
        found.types().forEach((name, type) -> {
            try {
                all.put(name, shapes.of(type, !name.kind().equals("typedef")));
            } catch (IllegalArgumentException | DiagnosticException incomplete) {
                // It has no layout here, or one without end: none that could be told to differ.
            }
        });
        return all;
    }

    /** The identifiers that a macro's or a header function's own words name; empty for other names. */
    Set<String> mentions(String name, SortedMap<String, String> functions) {
        var mentioned = new LinkedHashSet<String>();
        Optional.ofNullable(macros.get(name)).ifPresent(all -> all.values().stream().flatMap(macro -> macro.body().stream())
                .map(Token::text).filter(KernelPicture::isName).forEach(mentioned::add));
        Optional.ofNullable(functions.get(name)).ifPresent(words -> List.of(words.split("\\s+")).stream()
                .filter(KernelPicture::isName).forEach(mentioned::add));
        return mentioned;
    }

    private static boolean isName(String word) {
        return !word.isEmpty() && Character.isJavaIdentifierStart(word.charAt(0));
    }
}
