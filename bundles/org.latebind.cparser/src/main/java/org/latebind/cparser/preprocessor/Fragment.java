package org.latebind.cparser.preprocessor;

import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.Token;

/** A {@link HeaderFragment} made ready for reuse. */
final class Fragment {
    final HeaderFragment content;
    final String[] names;
    /** Per name read: the definition it has to have, or null for none. */
    final Definition[] values;
    final String[] changed;
    final Definition[] changes;
    final Token[] tokens;

    Fragment(HeaderFragment content) {
        this.content = content;
        int reads = content.reads().size();
        this.names = new String[reads];
        this.values = new Definition[reads];
        for (int i = 0; i < reads; i++) {
            var read = content.reads().get(i);
            names[i] = read.name();
            values[i] = read.value().map(Fragment::compiled).orElse(null);
        }
        int count = content.changes().size();
        this.changed = new String[count];
        this.changes = new Definition[count];
        for (int i = 0; i < count; i++) {
            var change = content.changes().get(i);
            changed[i] = change.name();
            changes[i] = change.value().map(Fragment::compiled).orElse(null);
        }
        this.tokens = content.tokens().toArray(Token[]::new);
    }

    Fragment(HeaderFragment content, Definition[] values, Definition[] changes) {
        this.content = content;
        this.names = content.reads().stream().map(HeaderFragment.Read::name).toArray(String[]::new);
        this.values = values;
        this.changed = content.changes().stream().map(HeaderFragment.Change::name).toArray(String[]::new);
        this.changes = changes;
        this.tokens = content.tokens().toArray(Token[]::new);
    }

    private static Definition compiled(org.latebind.token.api.Macro macro) {
        return new Definition(macro, problem -> {});
    }

    /** Whether the unit's state is the one that the fragment was recorded in, as far as it was read. */
    boolean fits(UnitState state) {
        if (content.counters() > 0 && state.counter() != content.firstCounter()) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            var name = state.peek(names[i]);
            if (name.poisoned || !same(name.definition, values[i])) {
                return false;
            }
        }
        return true;
    }

    /** The same macro from the same place: tokens of its body carry that place with them. */
    private static boolean same(Definition now, Definition recorded) {
        if (now == recorded) {
            return true;
        }
        return now != null && recorded != null && now.macro.definition().equals(recorded.macro.definition())
                && now.macro.means(recorded.macro);
    }
}
