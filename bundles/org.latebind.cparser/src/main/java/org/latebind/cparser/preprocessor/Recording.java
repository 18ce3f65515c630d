package org.latebind.cparser.preprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderFragment.Change;
import org.latebind.token.api.HeaderFragment.Read;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Token;

/** The event log of one stretch of a header while it is being processed. */
final class Recording {
    private final PreparedFile file;
    private final int from;
    private final int firstCounter;
    private final List<String> names = new ArrayList<>();
    private final List<Definition> values = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<Definition> changes = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private boolean dependsOnMore;

    Recording(PreparedFile file, int from, int firstCounter) {
        this.file = file;
        this.from = from;
        this.firstCounter = firstCounter;
    }

    /** A name's value from before the stretch was asked for. */
    void read(Name name) {
        names.add(name.text);
        values.add(name.definition);
        dependsOnMore |= name.poisoned;
    }

    void changed(Name name) {
        changed.add(name.text);
        changes.add(name.definition);
    }

    void add(Token token) {
        tokens.add(token);
    }

    int size() {
        return tokens.size();
    }

    /** Something happened that a read-set does not tell: the stretch is not reusable. */
    void dependsOnMore() {
        dependsOnMore = true;
    }

    Optional<Fragment> end(int to, int counter) {
        if (dependsOnMore) {
            return Optional.empty();
        }
        var reads = new ArrayList<Read>(names.size());
        for (int i = 0; i < names.size(); i++) {
            reads.add(new Read(names.get(i), macro(values.get(i))));
        }
        var events = new ArrayList<Change>(changed.size());
        for (int i = 0; i < changed.size(); i++) {
            events.add(new Change(changed.get(i), macro(changes.get(i))));
        }
        var content = new HeaderFragment(
                file.lexed.file(), from, to, reads, events, tokens, firstCounter, counter - firstCounter);
        return Optional.of(new Fragment(content, values.toArray(Definition[]::new), changes.toArray(Definition[]::new)));
    }

    private static Optional<Macro> macro(Definition definition) {
        return Optional.ofNullable(definition).map(d -> d.macro);
    }
}
