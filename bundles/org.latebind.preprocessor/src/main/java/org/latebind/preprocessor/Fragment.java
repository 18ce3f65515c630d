package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderFragment.Change;
import org.latebind.token.api.HeaderFragment.CountedName;
import org.latebind.token.api.HeaderFragment.Next;
import org.latebind.token.api.HeaderFragment.Read;
import org.latebind.token.api.Token;

/** A {@link HeaderFragment} made ready for reuse. */
final class Fragment {
    final SourceFile file;
    final int from;
    final int to;
    /** How many tokens it expands to. */
    final int size;
    final String[] names;
    /** Per name read: the macro it has to be, or null for none. */
    final Meaning[] values;
    final String[] changed;
    final Meaning[] changes;
    final int firstCounter;
    final int counters;
    final Next next;
    private volatile List<Token> tokens;
    private volatile HeaderFragment content;
    /** Names that have to be no macros for the fragment to hold under any counter; null without such. */
    private final List<CountedName> counted;

    /** A run that was just processed. */
    Fragment(SourceFile file, int from, int to, List<Token> tokens, String[] names, Meaning[] values,
            String[] changed, Meaning[] changes, int firstCounter, int counters, Next next) {
        this.file = file;
        this.from = from;
        this.to = to;
        this.size = tokens.size();
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.changed = changed;
        this.changes = changes;
        this.firstCounter = firstCounter;
        this.counters = counters;
        this.next = next;
        this.counted = null;
    }

    /** A run that was recorded before; its tokens are made when they are asked for. */
    Fragment(SourceFile file, HeaderFragment content, Meaning.Definitions definitions) {
        this.file = file;
        this.content = content;
        this.from = content.from();
        this.to = content.to();
        this.size = content.tokens();
        int reads = content.reads().size();
        this.names = new String[reads];
        this.values = new Meaning[reads];
        for (int i = 0; i < reads; i++) {
            var read = content.reads().get(i);
            names[i] = read.name();
            values[i] = read.value().isEmpty() ? null : Meaning.of(read.value().get(), definitions);
        }
        int count = content.changes().size();
        this.changed = new String[count];
        this.changes = new Meaning[count];
        for (int i = 0; i < count; i++) {
            var change = content.changes().get(i);
            changed[i] = change.name();
            changes[i] = change.value().isEmpty() ? null : Meaning.of(change.value().get(), definitions);
        }
        this.firstCounter = content.firstCounter();
        this.counters = content.counters();
        this.next = content.next();
        this.counted = content.counted().orElse(null);
    }

    /** Whether the unit's state is the one that the fragment was recorded in, as far as it was read. */
    boolean fits(UnitState state) {
        if (counters > 0 && !fitsCounter(state)) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            var name = state.peek(names[i]);
            if (name.poisoned || !same(name.meaning, values[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsCounter(UnitState state) {
        if (counted == null) {
            return state.counter() == firstCounter;
        }
        for (var name : counted) {
            var made = state.peek(name.at(state.counter()));
            if (made.meaning != null || made.poisoned) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Meaning now, Meaning recorded) {
        return now == recorded || now != null && recorded != null && now.same(recorded);
    }

    /** The tokens, or null while they have not been made. */
    List<Token> tokens() {
        return tokens;
    }

    /** Keeps the tokens, if they are the same at every use. */
    void keep(List<Token> made) {
        if (counters == 0) {
            tokens = made;
        }
    }

    HeaderFragment content(Fragments cache) {
        var known = content;
        if (known == null) {
            known = told(cache);
            content = known;
        }
        return known;
    }

    private HeaderFragment told(Fragments cache) {
        var made = counters == 0
                ? Optional.<List<CountedName>>empty()
                : Unit.underCounter(firstCounter + CountedNames.DISTANCE, this, cache)
                        .flatMap(other -> new CountedNames(this, other).find());
        var madeHere = made.orElse(List.of()).stream().map(name -> name.at(firstCounter)).collect(Collectors.toSet());
        var reads = new ArrayList<Read>(names.length);
        for (int i = 0; i < names.length; i++) {
            if (!madeHere.contains(names[i])) {
                reads.add(new Read(names[i], Optional.ofNullable(values[i]).map(Meaning::origin)));
            }
        }
        var events = new ArrayList<Change>(changed.length);
        for (int i = 0; i < changed.length; i++) {
            events.add(new Change(changed[i], Optional.ofNullable(changes[i]).map(Meaning::origin)));
        }
        return new HeaderFragment(from, to, size, reads, events, firstCounter, counters, made, next);
    }
}
