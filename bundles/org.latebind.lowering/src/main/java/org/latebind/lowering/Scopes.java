package org.latebind.lowering;

import java.util.ArrayList;
import java.util.List;

/**
 * The scopes that are open where lowering is, and what leaving them does.
 *
 * <p>A scope's exits run in reverse order of their declarations: {@code cleanup} calls, ends of
 * lifetimes, release of variable length arrays. Every edge out of a scope carries its own copy.
 */
final class Scopes {
    private final List<Scope> open = new ArrayList<>();

    private record Exit(int declaration, Runnable code) {}

    private static final class Scope {
        private final Object node;
        private final List<Exit> exits = new ArrayList<>();
        private int declarations;

        Scope(Object node) {
            this.node = node;
        }
    }

    /** How far a jump leaves scopes: to {@code depth} open ones, the last with {@code exits} exits. */
    record Mark(int depth, int exits) {}

    /** One step from the function's body to a label: a scope, and how many declarations precede the label. */
    record Step(Object node, int declarations) {}

    void enter(Object node) {
        open.add(new Scope(node));
    }

    /** Leaves the innermost scope; its exits have to have run or be unreachable. */
    void leave() {
        open.remove(open.size() - 1);
    }

    void declare() {
        top().declarations++;
    }

    void onExit(Runnable code) {
        var scope = top();
        scope.exits.add(new Exit(scope.declarations, code));
    }

    private Scope top() {
        return open.get(open.size() - 1);
    }

    Mark mark() {
        return new Mark(open.size(), top().exits.size());
    }

    /** The way from the function's body to here. */
    List<Step> path() {
        var path = new ArrayList<Step>(open.size());
        for (var scope : open) {
            path.add(new Step(scope.node, scope.declarations));
        }
        return path;
    }

    /** Runs the innermost scope's exits. */
    void runExits() {
        runDownTo(open.size() - 1, 0);
    }

    void runAllExits() {
        runDownTo(0, 0);
    }

    void runExitsTo(Mark mark) {
        runDownTo(mark.depth() - 1, mark.exits());
    }

    /** Runs what a jump to a label leaves, declarations in the same scope that the label precedes included. */
    void runExitsTo(List<Step> label) {
        int common = 0;
        while (common < open.size()
                && common < label.size()
                && open.get(common).node == label.get(common).node()) {
            common++;
        }
        if (common == 0) {
            runAllExits();
            return;
        }
        var scope = open.get(common - 1);
        int kept = 0;
        while (kept < scope.exits.size()
                && scope.exits.get(kept).declaration() <= label.get(common - 1).declarations()) {
            kept++;
        }
        runDownTo(common - 1, kept);
    }

    private void runDownTo(int index, int kept) {
        for (int i = open.size() - 1; i >= index; i--) {
            var exits = open.get(i).exits;
            int down = i == index ? kept : 0;
            for (int e = exits.size() - 1; e >= down; e--) {
                exits.get(e).code().run();
            }
        }
    }
}
