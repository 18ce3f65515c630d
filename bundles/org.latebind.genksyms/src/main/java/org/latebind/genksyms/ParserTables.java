package org.latebind.genksyms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * LALR(1) tables of a grammar with what GNU Bison adds to them, on which it depends when a name is looked up and where a
 * syntax error is noticed: a shift wins over a reduction, an earlier rule over a later one; the most frequent reduction
 * of a state is what it does with every other terminal, except where it could shift an error; and a state that does the
 * same with all terminals does not wait for one.
 */
final class ParserTables {
    /** No action: the state's default. */
    static final int NONE = 0;

    /** By state and symbol: {@code 1 + state} to go to, {@code -1 - rule} to reduce, or {@link #NONE}. */
    private final int[][] actions;
    /** By state: the rule that is reduced where there is no action; -1 where that is an error. */
    private final int[] defaults;
    private final boolean[] decided;

    private ParserTables(int[][] actions, int[] defaults) {
        this.actions = actions;
        this.defaults = defaults;
        this.decided = new boolean[actions.length];
        for (int state = 0; state < actions.length; state++) {
            decided[state] = Arrays.stream(actions[state], 0, Grammar.TERMINALS).allMatch(action -> action == NONE);
        }
    }

    static ParserTables of(Grammar grammar) {
        return new Construction(grammar).build();
    }

    int action(int state, int symbol) {
        return actions[state][symbol];
    }

    int defaultRule(int state) {
        return defaults[state];
    }

    /** Whether the state has its default only. */
    boolean isDecided(int state) {
        return decided[state];
    }

    /** An item is a rule and how much of it was seen, as one number: that of the rule's first, and on from there. */
    private static final class Construction {
        private final List<Grammar.Rule> rules;
        private final int symbols;
        private final List<List<Integer>> rulesOf = new ArrayList<>();
        private final boolean[] canBeEmpty;
        /** By symbol: the terminals that it can begin with, a bit each. */
        private final long[] first;
        /** By number of an item: its rule. */
        private final List<Integer> ruleOf = new ArrayList<>();
        private final List<Integer> dotOf = new ArrayList<>();
        private final int[] firstItem;

        private final Map<List<Integer>, Integer> numbers = new HashMap<>();
        private final List<List<Integer>> kernels = new ArrayList<>();
        private final List<long[]> aheadOfKernel = new ArrayList<>();
        private final List<int[]> moves = new ArrayList<>();

        Construction(Grammar grammar) {
            rules = grammar.rules();
            symbols = grammar.symbols();
            canBeEmpty = new boolean[symbols];
            first = new long[symbols];
            firstItem = new int[rules.size()];
            for (int symbol = 0; symbol < symbols; symbol++) {
                rulesOf.add(new ArrayList<>());
            }
            for (int rule = 0; rule < rules.size(); rule++) {
                rulesOf.get(rules.get(rule).left()).add(rule);
                firstItem[rule] = ruleOf.size();
                for (int dot = 0; dot <= rules.get(rule).right().length; dot++) {
                    ruleOf.add(rule);
                    dotOf.add(dot);
                }
            }
        }

        ParserTables build() {
            findFirst();
            findStates();
            findLookahead();
            var actions = new int[kernels.size()][];
            var defaults = new int[kernels.size()];
            for (int state = 0; state < kernels.size(); state++) {
                actions[state] = moves.get(state).clone();
                defaults[state] = addReductions(state, actions[state]);
            }
            return new ParserTables(actions, defaults);
        }

        private void findFirst() {
            for (int terminal = 0; terminal < Grammar.TERMINALS; terminal++) {
                first[terminal] = 1L << terminal;
            }
            for (boolean changed = true; changed; ) {
                changed = false;
                for (var rule : rules) {
                    long begin = firstOf(rule.right(), 0, 0);
                    boolean empty = Arrays.stream(rule.right()).allMatch(symbol -> canBeEmpty[symbol]);
                    changed |= (begin & ~first[rule.left()]) != 0 || empty && !canBeEmpty[rule.left()];
                    first[rule.left()] |= begin;
                    canBeEmpty[rule.left()] |= empty;
                }
            }
        }

        /** What the rest of a rule and then what is behind it can begin with. */
        private long firstOf(int[] right, int from, long behind) {
            long result = 0;
            for (int i = from; i < right.length; i++) {
                result |= first[right[i]];
                if (!canBeEmpty[right[i]]) {
                    return result;
                }
            }
            return result | behind;
        }

        private int next(int item) {
            var right = rules.get(ruleOf.get(item)).right();
            return dotOf.get(item) < right.length ? right[dotOf.get(item)] : -1;
        }

        private void findStates() {
            state(List.of(firstItem[0]));
            for (int state = 0; state < kernels.size(); state++) {
                var targets = new ArrayList<TreeSet<Integer>>();
                for (int symbol = 0; symbol < symbols; symbol++) {
                    targets.add(new TreeSet<>());
                }
                for (int item : closure(kernels.get(state))) {
                    if (next(item) >= 0) {
                        targets.get(next(item)).add(item + 1);
                    }
                }
                for (int symbol = 0; symbol < symbols; symbol++) {
                    if (!targets.get(symbol).isEmpty()) {
                        moves.get(state)[symbol] = 1 + state(List.copyOf(targets.get(symbol)));
                    }
                }
            }
        }

        private int state(List<Integer> kernel) {
            return numbers.computeIfAbsent(kernel, absent -> {
                kernels.add(kernel);
                aheadOfKernel.add(new long[kernel.size()]);
                moves.add(new int[symbols]);
                return kernels.size() - 1;
            });
        }

        private TreeSet<Integer> closure(List<Integer> kernel) {
            var items = new TreeSet<>(kernel);
            var open = new ArrayList<>(kernel);
            while (!open.isEmpty()) {
                int symbol = next(open.removeLast());
                if (symbol >= 0) {
                    for (int rule : rulesOf.get(symbol)) {
                        if (items.add(firstItem[rule])) {
                            open.add(firstItem[rule]);
                        }
                    }
                }
            }
            return items;
        }

        /** Terminals that may follow the whole of each item, until nothing more is found. */
        private void findLookahead() {
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int state = 0; state < kernels.size(); state++) {
                    for (var entry : ahead(state).entrySet()) {
                        int symbol = next(entry.getKey());
                        if (symbol >= 0) {
                            changed |= add(moves.get(state)[symbol] - 1, entry.getKey() + 1, entry.getValue());
                        }
                    }
                }
            }
        }

        private boolean add(int state, int item, long terminals) {
            var ahead = aheadOfKernel.get(state);
            int at = kernels.get(state).indexOf(item);
            boolean more = (terminals & ~ahead[at]) != 0;
            ahead[at] |= terminals;
            return more;
        }

        /** The terminals that may follow each item of a state. */
        private Map<Integer, Long> ahead(int state) {
            var result = new HashMap<Integer, Long>();
            var open = new ArrayList<Integer>();
            var kernel = kernels.get(state);
            for (int i = 0; i < kernel.size(); i++) {
                result.put(kernel.get(i), aheadOfKernel.get(state)[i]);
                open.add(kernel.get(i));
            }
            while (!open.isEmpty()) {
                int item = open.removeLast();
                int symbol = next(item);
                if (symbol < 0) {
                    continue;
                }
                long behind = firstOf(rules.get(ruleOf.get(item)).right(), dotOf.get(item) + 1, result.get(item));
                for (int rule : rulesOf.get(symbol)) {
                    var before = result.get(firstItem[rule]);
                    long now = behind | (before == null ? 0 : before);
                    if (before == null || now != before) {
                        result.put(firstItem[rule], now);
                        open.add(firstItem[rule]);
                    }
                }
            }
            return result;
        }

        /** Adds reductions to a state's shifts, and finds its default. */
        private int addReductions(int state, int[] actions) {
            var ahead = ahead(state);
            var complete = new ArrayList<>(ahead.keySet().stream().filter(item -> next(item) < 0).sorted().toList());
            boolean shifts = Arrays.stream(actions, 0, Grammar.TERMINALS).anyMatch(action -> action != NONE);
            if (complete.size() == 1 && !shifts) {
                return ruleOf.get(complete.get(0));
            }
            for (int item : complete) {
                for (int terminal = 0; terminal < Grammar.TERMINALS; terminal++) {
                    if ((ahead.get(item) >> terminal & 1) != 0 && actions[terminal] == NONE) {
                        actions[terminal] = -1 - ruleOf.get(item);
                    }
                }
            }
            return actions[Terminal.ERROR.ordinal()] > 0 ? -1 : mostFrequent(complete, actions);
        }

        private int mostFrequent(List<Integer> complete, int[] actions) {
            int best = -1;
            long most = 0;
            for (int item : complete) {
                int reduction = -1 - ruleOf.get(item);
                long count = Arrays.stream(actions, 0, Grammar.TERMINALS).filter(action -> action == reduction).count();
                if (count > most) {
                    most = count;
                    best = ruleOf.get(item);
                }
            }
            for (int terminal = 0; best >= 0 && terminal < Grammar.TERMINALS; terminal++) {
                if (actions[terminal] == -1 - best) {
                    actions[terminal] = NONE;
                }
            }
            return best;
        }
    }
}
