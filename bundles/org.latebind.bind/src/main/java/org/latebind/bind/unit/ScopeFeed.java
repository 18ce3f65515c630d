package org.latebind.bind.unit;

import java.util.ArrayList;
import java.util.List;
import org.latebind.syntax.api.RunOutline;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenSink;

/**
 * Hands a unit's tokens on to its scope. A run of a header whose declarations are known goes
 * there whole, its tokens unmade, if it begins between two declarations of the unit.
 */
public final class ScopeFeed implements TokenSink {
    private final UnitScope scope;
    private final KernelFragments fragments;
    private List<Token> pending = new ArrayList<>();
    /** What of it are runs of whole declarations, though they do not begin between two of the unit. */
    private List<Inner> inner = new ArrayList<>();
    /** How much was pending when it last did not end between two declarations. */
    private int unsettled;

    /** @param from where in what is pending its tokens begin */
    private record Inner(int from, Run run, RunOutline outline) {}

    public ScopeFeed(UnitScope scope, KernelFragments fragments) {
        this.scope = scope;
        this.fragments = fragments;
    }

    @Override
    public void accept(Token token) {
        pending.add(token);
    }

    @Override
    public void accept(Run run) {
        var outline = fragments.outline(run.fragment());
        if (outline.isPresent() && settle() && outline.get().holds(scope.names())) {
            scope.add(run, outline.get());
        } else {
            outline.ifPresent(known -> inner.add(new Inner(pending.size(), run, known)));
            pending.addAll(run.tokens());
        }
    }

    /** Whether nothing is pending, now that what ends between two declarations has gone to the scope. */
    public boolean settle() {
        if (pending.isEmpty()) {
            return true;
        }
        // Tokens that end inside a declaration may do so for long; trying again costs their number.
        if (pending.size() < 2 * unsettled) {
            return false;
        }
        if (scope.addWhole(pending)) {
            forget();
            return true;
        }
        unsettled = pending.size();
        return false;
    }

    /** What is pending goes to the scope; a declaration that does not end there is an error. */
    public void flush() {
        if (!pending.isEmpty()) {
            scope.add(List.copyOf(pending));
        }
        forget();
    }

    /**
     * What is pending goes to the scope: if it is no sequence of declarations, as it may be with a header that is made
     * to be included amid something, then what of it is one by itself, and what lies between.
     */
    public void flushApart() {
        if (!pending.isEmpty() && !scope.addWhole(pending)) {
            int done = 0;
            for (var each : inner) {
                addLoose(done, each.from());
                scope.add(each.run(), each.outline());
                done = each.from() + each.run().tokens().size();
            }
            addLoose(done, pending.size());
        }
        forget();
    }

    private void addLoose(int from, int to) {
        if (from < to) {
            scope.add(List.copyOf(pending.subList(from, to)));
        }
    }

    private void forget() {
        pending = new ArrayList<>();
        inner = new ArrayList<>();
        unsettled = 0;
    }
}
