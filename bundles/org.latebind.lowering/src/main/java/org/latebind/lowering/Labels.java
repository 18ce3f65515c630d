package org.latebind.lowering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.TypedStatement;

/**
 * What jumps need to know ahead: where labels are, and which declarations a jump may pass by.
 *
 * <p>A body is scanned before it is lowered, a statement expression when it comes up: nothing outside
 * can jump into it.
 */
final class Labels {
    private final String function;
    private final List<List<Scopes.Step>> paths;
    private final BitSet cases = new BitSet();
    private final BitSet liveCases = new BitSet();
    private final BitSet bypassed = new BitSet();
    private final TreeSet<Integer> addressTaken = new TreeSet<>();

    /** @param function its symbol, with {@code @} */
    Labels(String function, int count) {
        this.function = function;
        this.paths = new ArrayList<>(java.util.Collections.nCopies(count, List.of()));
    }

    String name(LabelId label) {
        return "L" + label.index();
    }

    List<Scopes.Step> path(LabelId label) {
        return paths.get(label.index());
    }

    /** The label's address as a constant. */
    String address(LabelId label) {
        addressTaken.add(label.index());
        return "blockaddress(" + function + ", %" + name(label) + ")";
    }

    void takeAddress(LabelId label) {
        addressTaken.add(label.index());
    }

    TreeSet<Integer> addressTaken() {
        return addressTaken;
    }

    /** A switch was lowered that jumps to this case. */
    void live(LabelId label) {
        liveCases.set(label.index());
    }

    /** Whether a jump may reach the local's scope without passing its declaration. */
    boolean isBypassed(int local) {
        return bypassed.get(local);
    }

    /** Whether control can come into the statement other than from its beginning. */
    boolean hasEntry(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Label label ->
                !cases.get(label.label().index())
                        || liveCases.get(label.label().index())
                        || hasEntry(label.body());
            case TypedStatement.Block block -> {
                for (var item : block.items()) {
                    if (hasEntry(item)) {
                        yield true;
                    }
                }
                yield false;
            }
            case TypedStatement.If s -> hasEntry(s.then())
                    || (s.otherwise().isPresent() && hasEntry(s.otherwise().get()));
            case TypedStatement.For s -> hasEntry(s.body());
            case TypedStatement.While s -> hasEntry(s.body());
            case TypedStatement.DoWhile s -> hasEntry(s.body());
            case TypedStatement.Switch s -> hasEntry(s.body());
            default -> false;
        };
    }

    /** How many declarations a statement of a block is. */
    static int declarations(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Declare d -> 1;
            case TypedStatement.Label label -> declarations(label.body());
            default -> 0;
        };
    }

    /** Finds the labels of a block that stands at {@code path}. */
    void scan(TypedStatement.Block block, List<Scopes.Step> path) {
        new Scan(path).block(block);
    }

    private final class Scan {
        private final List<Open> open = new ArrayList<>();
        private final int outer;

        /** A scope; {@code passed} of its locals have a label behind them. */
        private static final class Open {
            private final Object node;
            private final List<Integer> locals = new ArrayList<>();
            private int declarations;
            private int passed;

            Open(Object node, int declarations) {
                this.node = node;
                this.declarations = declarations;
            }
        }

        Scan(List<Scopes.Step> path) {
            path.forEach(step -> open.add(new Open(step.node(), step.declarations())));
            outer = open.size();
        }

        void block(TypedStatement.Block block) {
            scope(block, () -> block.items().forEach(item -> statement(item, outer)));
        }

        private void scope(Object node, Runnable content) {
            var scope = new Open(node, 0);
            open.add(scope);
            content.run();
            scope.locals.subList(0, scope.passed).forEach(bypassed::set);
            open.remove(open.size() - 1);
        }

        /** @param switchDepth how many scopes enclose the innermost switch: its cases are jumped to from there */
        private void statement(TypedStatement statement, int switchDepth) {
            switch (statement) {
                case TypedStatement.Block b ->
                    scope(b, () -> b.items().forEach(item -> statement(item, switchDepth)));
                case TypedStatement.Declare d -> {
                    var scope = open.get(open.size() - 1);
                    scope.locals.add(d.local().index());
                    scope.declarations++;
                }
                case TypedStatement.If s -> {
                    statement(s.then(), switchDepth);
                    s.otherwise().ifPresent(o -> statement(o, switchDepth));
                }
                case TypedStatement.For s -> scope(s, () -> {
                    s.initial().ifPresent(initial -> initialStatements(initial)
                            .forEach(item -> statement(item, switchDepth)));
                    statement(s.body(), switchDepth);
                });
                case TypedStatement.While s -> statement(s.body(), switchDepth);
                case TypedStatement.DoWhile s -> statement(s.body(), switchDepth);
                case TypedStatement.Switch s -> {
                    s.cases().forEach(c -> cases.set(c.label().index()));
                    s.defaultLabel().ifPresent(l -> cases.set(l.index()));
                    statement(s.body(), open.size());
                }
                case TypedStatement.Label s -> {
                    label(s.label(), switchDepth);
                    statement(s.body(), switchDepth);
                }
                default -> {}
            }
        }

        private void label(LabelId label, int switchDepth) {
            var path = new ArrayList<Scopes.Step>(open.size());
            open.forEach(scope -> path.add(new Scopes.Step(scope.node, scope.declarations)));
            paths.set(label.index(), path);
            int from = cases.get(label.index()) ? switchDepth : outer;
            for (int i = from; i < open.size(); i++) {
                open.get(i).passed = open.get(i).locals.size();
            }
        }
    }

    /** The statements of a for loop's first clause, which are in the loop's own scope. */
    static List<TypedStatement> initialStatements(TypedStatement initial) {
        return initial instanceof TypedStatement.Block block ? block.items() : List.of(initial);
    }
}
