package org.latebind.bind.universe;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.bind.unit.HeaderSpellings;
import org.latebind.bind.unit.HeaderUnit;
import org.latebind.bind.unit.RecordingBasis;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.unit.UnitScope;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;
import org.latebind.headers.api.EventRecorder;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.headers.api.Skipped;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.RunOutline;
import org.latebind.target.api.Targets;
import org.latebind.token.api.FragmentSource;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records a kernel's headers in one translation unit: the forced ones, {@code linux/module.h}, then
 * every other header, each after all before it. Nearly all of them can live
 * together, and a link's units meet most of them in a state that agrees on what was read.
 */
@Component(service = EventRecorder.class)
public final class KernelUniverse implements EventRecorder {
    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public KernelUniverse(
            @Reference PreprocessorFactory preprocessors,
            @Reference CParser parser,
            @Reference Targets targets,
            @Reference Lexer lexer) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.targets = targets;
        this.lexer = lexer;
    }

    @Override
    public Recorded record(HeaderData headers) {
        var cache = preprocessors.newCache(FragmentSource.NONE);
        var target = targets.bind(headers.identity().target(), headers.settings());
        var preprocessing = UnitPreprocessing.recording(preprocessors, headers, target, cache);
        var outlines = new Outlines(new UnitScope(parser, target.description().addressSpaces().keySet(), d -> { }));
        var problems = new Problems();
        try {
            var unit = new HeaderUnit(headers, preprocessing, lexer, outlines);
            HeaderSpellings.of(headers).forEach(header ->
                    unit.include(header.name(), outlines, true, complaints -> problems.none(header.name(), complaints)));
        } catch (DiagnosticException refused) {
            problems.none("forced headers", List.of(refused.diagnostic()));
        }
        var events = cache.logs().stream().map(log -> new HeaderEvents(log,
                log.fragments().stream().map(outlines::of).toList())).toList();
        return new Recorded(events, problems.skipped(), RecordingBasis.of(target));
    }

    /** Cuts each run into declarations as it comes. */
    private final class Outlines implements TokenSink {
        private final UnitScope scope;
        private final Map<HeaderFragment, RunOutline> found = new IdentityHashMap<>();
        private final List<Token> loose = new ArrayList<>();

        Outlines(UnitScope scope) {
            this.scope = scope;
        }

        @Override
        public void accept(Token token) {
            loose.add(token);
        }

        @Override
        public void accept(Run run) {
            if (!loose.isEmpty()) {
                scope.add(List.copyOf(loose));
                loose.clear();
            }
            var outline = parser.outlineRun(run.tokens(), scope.names())
                    .filter(known -> standsUnderAnyCounter(run.fragment(), known));
            outline.ifPresentOrElse(known -> {
                found.put(run.fragment(), known);
                scope.add(run, known);
            }, () -> scope.add(run.tokens()));
        }

        /** A name made of a value of {@code __COUNTER__} would be another one in another unit. */
        private static boolean standsUnderAnyCounter(HeaderFragment fragment, RunOutline outline) {
            var counted = fragment.counted().orElse(List.of()).stream()
                    .map(name -> name.at(fragment.firstCounter())).collect(Collectors.toSet());
            return counted.isEmpty() || outline.declarations().stream()
                    .flatMap(each -> Stream.of(each.ordinary(), each.typedefs(), each.tags(), each.enumerators()))
                    .flatMap(List::stream).noneMatch(counted::contains);
        }

        Optional<RunOutline> of(HeaderFragment fragment) {
            return fragment.tokens() == 0
                    ? Optional.of(new RunOutline(List.of(), List.of()))
                    : Optional.ofNullable(found.get(fragment));
        }
    }

    /** Headers that cannot be included here, by what is wrong with them. */
    private static final class Problems {
        private static final int EXAMPLES = 5;

        private final Map<String, List<String>> byReason = new LinkedHashMap<>();

        /** Whether a header's complaints are none; notes the first error. */
        boolean none(String header, List<Diagnostic> complaints) {
            var error = complaints.stream().filter(d -> d.severity() == Severity.ERROR).findFirst();
            error.ifPresent(d -> byReason.computeIfAbsent(reason(d), r -> new ArrayList<>()).add(header));
            return error.isEmpty();
        }

        private static String reason(Diagnostic diagnostic) {
            return switch (diagnostic.code()) {
                case "LB2040" -> "headers without an event log of their own: " + diagnostic.message();
                case "LB2050" -> "headers without an event log of their own: they include one that is not there";
                case "LB2060" -> "headers without an event log of their own: they refuse to be included (#error)";
                default -> "headers without an event log of their own: errors when included after " + HeaderSpellings.FIRST;
            };
        }

        List<Skipped> skipped() {
            return byReason.entrySet().stream().map(entry -> new Skipped(entry.getKey(), entry.getValue().size(),
                    entry.getValue().stream().limit(EXAMPLES).toList())).toList();
        }
    }
}
