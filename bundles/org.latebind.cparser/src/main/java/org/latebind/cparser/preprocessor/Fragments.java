package org.latebind.cparser.preprocessor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.LexedFile;

/** Fragments by header and place, several variants of each. */
final class Fragments implements FragmentCache {
    /** Variants kept of one stretch; a header that depends on more of its context is not worth it. */
    private static final int VARIANTS = 6;

    private record Place(SourceFile file, int from) {}

    private final Map<SourceFile, PreparedFile> files = new ConcurrentHashMap<>();
    private final Map<Place, List<Fragment>> fragments = new ConcurrentHashMap<>();
    private final LongAdder reused = new LongAdder();
    private final LongAdder reusedTokens = new LongAdder();
    private final LongAdder processed = new LongAdder();
    private final LongAdder processedTokens = new LongAdder();

    static boolean isCacheable(LexedFile file) {
        return file.file().origin() == Origin.KERNEL;
    }

    PreparedFile prepare(LexedFile file) {
        return files.computeIfAbsent(file.file(), name -> new PreparedFile(file));
    }

    /** A fragment that begins at a place and fits, or null. */
    Fragment find(SourceFile file, int from, UnitState state) {
        for (var fragment : fragments.getOrDefault(new Place(file, from), List.of())) {
            if (fragment.fits(state)) {
                reused.increment();
                reusedTokens.add(fragment.tokens.length);
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
        return fragments.getOrDefault(new Place(file, from), List.of()).size() < VARIANTS;
    }

    void add(Fragment fragment) {
        var place = new Place(fragment.content.file(), fragment.content.from());
        fragments.computeIfAbsent(place, p -> new CopyOnWriteArrayList<>()).add(fragment);
    }

    @Override
    public void add(HeaderFragment fragment) {
        add(new Fragment(fragment));
    }

    @Override
    public List<HeaderFragment> fragments() {
        var all = new ArrayList<HeaderFragment>();
        fragments.values().forEach(variants -> variants.forEach(fragment -> all.add(fragment.content)));
        all.sort(Comparator.comparing((HeaderFragment f) -> f.file().path()).thenComparing(HeaderFragment::from));
        return all;
    }

    @Override
    public Statistics statistics() {
        return new Statistics(reused.sum(), reusedTokens.sum(), processed.sum(), processedTokens.sum());
    }
}
