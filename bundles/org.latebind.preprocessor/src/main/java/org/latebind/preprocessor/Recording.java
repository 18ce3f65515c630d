package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.token.api.HeaderFragment.Next;
import org.latebind.token.api.Token;

/** The event log of one run of a header while it is being processed. */
final class Recording {
    private final PreparedFile file;
    private final int from;
    private final int firstCounter;
    private final List<String> names = new ArrayList<>();
    private final List<Meaning> values = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<Meaning> changes = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private boolean dependsOnMore;

    Recording(PreparedFile file, int from, int firstCounter) {
        this.file = file;
        this.from = from;
        this.firstCounter = firstCounter;
    }

    /** A name's value from before the run was asked for. */
    void read(Name name) {
        names.add(name.text);
        values.add(name.meaning);
        dependsOnMore |= name.poisoned;
    }

    void changed(Name name) {
        changed.add(name.text);
        changes.add(name.meaning);
    }

    void add(Token token) {
        tokens.add(token);
    }

    List<String> names() {
        return names;
    }

    List<String> changedNames() {
        return changed;
    }

    boolean isDependingOnMore() {
        return dependsOnMore;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Something happened that a read-set does not tell: the run is not reusable. */
    void dependsOnMore() {
        dependsOnMore = true;
    }

    Optional<Fragment> end(int to, int counter, Next next) {
        if (dependsOnMore) {
            return Optional.empty();
        }
        return Optional.of(new Fragment(file.lexed.file(), from, to, List.copyOf(tokens),
                names.toArray(String[]::new), values.toArray(Meaning[]::new),
                changed.toArray(String[]::new), changes.toArray(Meaning[]::new),
                firstCounter, counter - firstCounter, next));
    }
}
