package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.FragmentSource;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderLog;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.PreprocessorOptions;

/** Fragments by header and place, several variants of each. */
final class Fragments implements FragmentCache, Meaning.Definitions {
    /** Variants kept of one run; a header that depends on more of its context is not worth it. */
    private static final int VARIANTS = 6;

    /** What is known of one header. */
    private static final class Header {
        final Optional<HeaderLog> log;
        final Map<Integer, List<Fragment>> stored = new HashMap<>();
        final Map<Integer, List<Fragment>> recorded = new ConcurrentHashMap<>();

        Header(Optional<HeaderLog> log) {
            this.log = log;
        }
    }

    private final FragmentSource source;
    private final Map<SourceFile, Header> headers = new ConcurrentHashMap<>();
    private final Map<SourceFile, PreparedFile> files = new ConcurrentHashMap<>();
    private volatile PreprocessorOptions options;
    private final LongAdder reused = new LongAdder();
    private final LongAdder reusedTokens = new LongAdder();
    private final LongAdder processed = new LongAdder();
    private final LongAdder processedTokens = new LongAdder();

    Fragments(FragmentSource source) {
        this.source = source;
    }

    /** The options of all units that the cache serves, as far as they matter in headers. */
    void serve(PreprocessorOptions of) {
        options = of;
    }

    PreprocessorOptions options() {
        return options;
    }

    static boolean isCacheable(LexedFile file) {
        return file.file().origin() == Origin.KERNEL;
    }

    PreparedFile prepare(LexedFile file) {
        return files.computeIfAbsent(file.file(), name -> new PreparedFile(file));
    }

    private Header header(SourceFile file) {
        var known = headers.get(file);
        return known != null ? known : headers.computeIfAbsent(file, this::open);
    }

    private Header open(SourceFile file) {
        var header = new Header(source.log(file));
        header.log.ifPresent(log -> log.fragments().forEach(fragment -> header.stored
                .computeIfAbsent(fragment.from(), from -> new ArrayList<>(1))
                .add(new Fragment(file, fragment, this))));
        return header;
    }

    /** What was recorded of a header before, so that it can be followed without its tokens. */
    Optional<HeaderLog> log(SourceFile file) {
        return header(file).log;
    }

    /** A fragment that begins at a place and fits, or null. */
    Fragment find(SourceFile file, int from, UnitState state) {
        var header = header(file);
        var found = fitting(header.stored.getOrDefault(from, List.of()), state);
        if (found == null) {
            found = fitting(header.recorded.getOrDefault(from, List.of()), state);
        }
        if (found != null) {
            reused.increment();
            reusedTokens.add(found.size);
        }
        return found;
    }

    private static Fragment fitting(List<Fragment> variants, UnitState state) {
        for (var fragment : variants) {
            if (fragment.fits(state)) {
                return fragment;
            }
        }
        return null;
    }

    void missed(int tokens) {
        processed.increment();
        processedTokens.add(tokens);
    }

    boolean hasRoom(SourceFile file, int from) {
        return header(file).recorded.getOrDefault(from, List.of()).size() < VARIANTS;
    }

    void add(Fragment fragment) {
        header(fragment.file).recorded
                .computeIfAbsent(fragment.from, from -> new CopyOnWriteArrayList<>()).add(fragment);
    }

    /** The header of a stored fragment or macro. */
    PreparedFile prepare(SourceFile file) {
        var known = files.get(file);
        return known != null ? known : prepare(source.header(file).orElseThrow(() -> damaged(file)));
    }

    @Override
    public Definition at(SourceFile header, int directive) {
        var file = prepare(header);
        int d = Arrays.binarySearch(file.start, directive);
        if (d < 0 || d >= file.kind.length || file.kind[d] != DirectiveKind.DEFINE) {
            throw damaged(header);
        }
        return file.definition(d, problem -> { }).orElseThrow(() -> damaged(header)).definition();
    }

    /** An event log that does not belong to its header's tokens. */
    static DiagnosticException damaged(SourceFile header) {
        return DiagnosticException.badInput(Diagnostic.error("LB2070",
                "the event log of header '" + header.path() + "' does not fit its tokens")
                .withHelp("make the header data again with 'latebind ingest'"));
    }

    @Override
    public List<HeaderLog> logs() {
        var all = new ArrayList<HeaderLog>();
        headers.forEach((file, header) -> {
            var prepared = files.get(file);
            if (!header.recorded.isEmpty() && prepared != null && prepared.openGroups.length == 0) {
                var fragments = new ArrayList<HeaderFragment>();
                new TreeMap<>(header.recorded).values().forEach(
                        variants -> variants.forEach(fragment -> fragments.add(fragment.content(this))));
                all.add(new HeaderLog(file, prepared.tokens.length, Optional.ofNullable(prepared.guard), fragments));
            }
        });
        all.sort(Comparator.comparing(log -> log.file().path()));
        return all;
    }

    @Override
    public Statistics statistics() {
        return new Statistics(reused.sum(), reusedTokens.sum(), processed.sum(), processedTokens.sum());
    }
}
