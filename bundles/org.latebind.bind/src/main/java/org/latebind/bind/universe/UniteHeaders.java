package org.latebind.bind.universe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.latebind.bind.unit.ErrorCount;
import org.latebind.bind.unit.HeaderSpellings;
import org.latebind.bind.unit.HeaderSpellings.Spelling;
import org.latebind.bind.unit.HeaderUnit;
import org.latebind.bind.unit.ScopeFeed;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.unit.UnitScope;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Severity;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderReport.Kind;
import org.latebind.headers.api.HeaderReport.Verdict;
import org.latebind.pass.api.Progress;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Token;

/**
 * Puts a kernel's headers into units, each header where it gets along with those before it.
 *
 * <p>A unit begins with the forced headers and {@code linux/module.h}. A header that complains, whose
 * declarations do not parse, or that declares otherwise what is declared, is taken back, and tried in the
 * next unit. The first that a unit has not refused stands alone in it with {@code linux/module.h}: what
 * is wrong there is wrong with the header itself, and is its verdict. A header that two units have refused
 * is tried alone at once: else the few that no unit can take would be read again in each. Units have a bound (Debian's 7.2 makes
 * 72): each tries every header that waits, and may take no more than one.
 */
public final class UniteHeaders {
    private static final int PATIENCE = 2;
    private static final int MOST_UNITS = 400;

    private final HeaderData headers;
    private final UnitPreprocessing preprocessing;
    private final Lexer lexer;
    private final CParser parser;
    private final BoundTarget target;
    private final Progress progress;
    private final List<UnitScope> units = new ArrayList<>();
    private final SortedMap<String, Verdict> verdicts = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> includers = new TreeMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();

    public UniteHeaders(HeaderData headers, UnitPreprocessing preprocessing, Lexer lexer, CParser parser,
            BoundTarget target, Progress progress) {
        this.headers = headers;
        this.preprocessing = preprocessing;
        this.lexer = lexer;
        this.parser = parser;
        this.target = target;
        this.progress = progress;
    }

    public HeaderUnits units() {
        return new HeaderUnits(units, includers);
    }

    /** What became of each header, by path. */
    public SortedMap<String, Verdict> verdicts() {
        return verdicts;
    }

    public void run() {
        var waiting = HeaderSpellings.of(headers);
        while (!waiting.isEmpty() && units.size() < MOST_UNITS) {
            waiting = judged(new Attempt().take(waiting));
        }
        waiting.forEach(header -> verdicts.put(header.path(),
                new Verdict(Kind.REFUSED, "it gets along with the headers of none of " + MOST_UNITS + " units")));
    }

    /** Without those of them that are now found to be wrong by themselves. */
    private List<Spelling> judged(List<Spelling> left) {
        if (left.stream().noneMatch(this::isDue)) {
            return left;
        }
        var alone = new Attempt();
        return left.stream().filter(header -> !isDue(header) || alone.couldTake(header)).toList();
    }

    private boolean isDue(Spelling header) {
        return refusals.getOrDefault(header.path(), 0) == PATIENCE;
    }

    /**
     * Why a header does not go into a unit.
     *
     * @param tolerable whether a compiler would take it if nothing came after it
     */
    private record Objection(Kind kind, String reason, boolean tolerable) {
        static Objection refused(String reason) {
            return new Objection(Kind.REFUSED, reason, false);
        }

        static Objection tolerable(String reason) {
            return new Objection(Kind.REFUSED, reason, true);
        }
    }

    /** One unit in the making. */
    private final class Attempt {
        private final ErrorCount errors = new ErrorCount(d -> { });
        private final UnitScope scope = new UnitScope(parser, target.description().addressSpaces().keySet(), errors);
        private final List<Token> tokens = new ArrayList<>();
        private final ScopeFeed feed = new ScopeFeed(scope, preprocessing.fragments());
        private final HeaderUnit unit = new HeaderUnit(headers, preprocessing, lexer, feed);
        private List<DeclarationOutline> outlines = List.of();
        private int taken;
        private boolean closed;
        private long hidden;

        Attempt() {
            if (!units.isEmpty()) {
                unit.include(HeaderSpellings.FIRST, feed, true, complaints -> true);
            }
            feed.flush();
            hidden = hiddenBuiltins();
        }

        /** Takes what gets along, and gives back what does not. */
        List<Spelling> take(List<Spelling> waiting) {
            var left = new ArrayList<Spelling>();
            long done = 0;
            for (var header : waiting) {
                progress.report("including " + header.name(), done++, waiting.size());
                if (closed) {
                    left.add(header);
                    continue;
                }
                tryHeader(header.name()).ifPresentOrElse(
                        objection -> object(header, objection, left), () -> accept(header));
            }
            if (taken > 0) {
                units.add(scope);
                unit.includers().forEach((header, by) -> includers.computeIfAbsent(header, h -> new TreeSet<>()).addAll(by));
            }
            return left;
        }

        private void accept(Spelling header) {
            taken++;
            verdicts.put(header.path(), new Verdict(Kind.INGESTED, ""));
        }

        private void object(Spelling header, Objection objection, List<Spelling> left) {
            if (taken > 0) {
                refusals.merge(header.path(), 1, Integer::sum);
                left.add(header);
            } else if (objection.tolerable()) {
                closed = true;
                accept(header);
            } else {
                condemn(header, objection);
            }
        }

        private void condemn(Spelling header, Objection objection) {
            verdicts.put(header.path(), new Verdict(objection.kind(), objection.reason()));
        }

        /** Whether the header is right by itself; nothing of it stays in the unit, and one that is wrong has its verdict. */
        boolean couldTake(Spelling header) {
            refusals.merge(header.path(), 1, Integer::sum);
            var objection = tried(header.name(), true, found -> false).filter(o -> !o.tolerable());
            objection.ifPresent(o -> condemn(header, o));
            return objection.isEmpty();
        }

        private Optional<Objection> tryHeader(String name) {
            boolean alone = taken == 0;
            return tried(name, alone, found -> found.map(o -> o.tolerable() && alone).orElse(true));
        }

        private Optional<Objection> tried(String name, boolean alone, Predicate<Optional<Objection>> keep) {
            tokens.clear();
            var found = new ArrayList<Objection>();
            boolean kept = unit.include(name, tokens::add, alone, complaints -> {
                var objection = objection(complaints, alone);
                objection.ifPresent(found::add);
                return keep.test(objection);
            });
            if (kept) {
                scope.add(List.copyOf(tokens), outlines);
                hidden = found.isEmpty() ? hidden : hiddenBuiltins();
            }
            return found.stream().findFirst();
        }

        /** What is quickly found comes first, where it decides alone. */
        private Optional<Objection> objection(List<Diagnostic> complaints, boolean alone) {
            var error = complaints.stream().filter(d -> d.severity() == Severity.ERROR).findFirst();
            var warning = complaints.stream().findFirst().map(d -> Objection.tolerable(d.message()));
            return error.map(d -> Objection.refused(d.message()))
                    .or(() -> alone ? Optional.empty() : warning)
                    .or(this::outlined)
                    .or(this::conflict)
                    .or(this::parsed)
                    .or(() -> warning)
                    // A header for another compiler gives it the builtins that it lacks.
                    .or(() -> hiddenBuiltins() == hidden
                            ? Optional.empty() : Optional.of(Objection.tolerable("it makes macros of builtins")));
        }

        private Optional<Objection> outlined() {
            var problems = new ArrayList<Diagnostic>();
            outlines = parser.outline(List.copyOf(tokens), scope.names(), problems::add);
            return textual(problems);
        }

        private Optional<Objection> parsed() {
            var problems = new ArrayList<Diagnostic>();
            parser.parseDeclarations(List.copyOf(tokens), scope.names(), problems::add);
            return textual(problems);
        }

        private static Optional<Objection> textual(List<Diagnostic> problems) {
            return problems.stream().filter(d -> d.severity() == Severity.ERROR).findFirst()
                    .map(d -> new Objection(Kind.TEXTUAL, d.message(), false));
        }

        private Optional<Objection> conflict() {
            return outlines.stream().flatMap(outline -> scope.conflict(tokens, outline).stream()).findFirst()
                    .map(name -> Objection.refused("it declares '" + name + "' otherwise than " + HeaderSpellings.FIRST));
        }

        /** Builtins that are macros now, without library functions (C11 7.1.3), of which any header makes macros. */
        private long hiddenBuiltins() {
            return target.description().personality(target.settings()).builtins().stream()
                    .filter(name -> name.startsWith("__") && unit.preprocessor().macro(name).isPresent())
                    .count();
        }
    }
}
