package org.latebind.linker;

import java.util.ArrayList;
import java.util.List;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenSink;

/**
 * Hands a unit's tokens on to its scope. A stretch of a header whose declarations are known goes
 * there whole, its tokens unmade, if it begins between two declarations of the unit.
 */
final class ScopeFeed implements TokenSink {
    private final UnitScope scope;
    private final KernelFragments fragments;
    private List<Token> pending = new ArrayList<>();
    /** How much was pending when it last did not end between two declarations. */
    private int unsettled;

    ScopeFeed(UnitScope scope, KernelFragments fragments) {
        this.scope = scope;
        this.fragments = fragments;
    }

    @Override
    public void accept(Token token) {
        pending.add(token);
    }

    @Override
    public void accept(Stretch stretch) {
        var outline = fragments.outline(stretch.fragment());
        if (outline.isPresent() && settled() && outline.get().holds(scope.names())) {
            scope.add(stretch, outline.get());
        } else {
            pending.addAll(stretch.tokens());
        }
    }

    /** Whether nothing is pending, now that what ends between two declarations has gone to the scope. */
    private boolean settled() {
        if (pending.isEmpty()) {
            return true;
        }
        // Tokens that end inside a declaration may do so for long; trying again costs their number.
        if (pending.size() < 2 * unsettled) {
            return false;
        }
        if (scope.addWhole(pending)) {
            pending = new ArrayList<>();
            unsettled = 0;
            return true;
        }
        unsettled = pending.size();
        return false;
    }

    /** What is pending goes to the scope; a declaration that does not end there is an error. */
    void flush() {
        if (!pending.isEmpty()) {
            scope.add(List.copyOf(pending));
            pending = new ArrayList<>();
        }
        unsettled = 0;
    }
}
