package org.latebind.genksyms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Parses declarations and adds what they declare to the symbol table. Between two terminals all is done that does not
 * depend on the second: names of types are known as soon as their declaration ends.
 *
 * <p>Behind a syntax error terminals are dropped as Bison's parsers do: states are left until one has a rule for
 * errors, then terminals until one fits; an error within three terminals of another drops that terminal.
 */
final class Declarations {
    private static final int TERMINALS_AFTER_ERROR = 3;

    private final List<Grammar.Rule> rules;
    private final ParserTables tables;
    private final SymbolTable symbols;
    private final Consumer<String> exports;

    private final List<Integer> states = new ArrayList<>(List.of(0));
    /** One for each state but the first. */
    private final List<Node> values = new ArrayList<>();
    /** How many terminals must fit until an error is a new one. */
    private int recovering;
    private boolean finished;

    // Of the declaration that is being read.
    private boolean isTypedef;
    private boolean isExtern;
    private String name;
    private Node specifiers;
    private boolean wantsName;

    /** @param exports is given the name of each export, when all before it is in the symbol table */
    Declarations(Dialect dialect, SymbolTable symbols, Consumer<String> exports) {
        var grammar = Grammar.of(dialect);
        this.rules = grammar.rules();
        this.tables = ParserTables.of(grammar);
        this.symbols = symbols;
        this.exports = exports;
    }

    /** Whether there was a type, so that the next name is declared. */
    boolean wantsName() {
        return wantsName;
    }

    void accept(Terminal terminal, Node value) {
        boolean taken = false;
        while (!taken && !finished) {
            reduceWhatIsDecided(value);
            int action = tables.action(state(), terminal.ordinal());
            if (action > 0) {
                recovering = Math.max(0, recovering - 1);
                push(action - 1, value);
                taken = true;
            } else {
                int rule = action < 0 ? -1 - action : tables.defaultRule(state());
                if (rule == 0) {
                    finished = true;
                } else if (rule > 0) {
                    reduce(rule, value);
                } else {
                    taken = error(terminal, value);
                }
            }
        }
        reduceWhatIsDecided(value);
    }

    private void reduceWhatIsDecided(Node value) {
        while (!finished && tables.isDecided(state())) {
            if (tables.defaultRule(state()) == 0) {
                finished = true;
            } else {
                reduce(tables.defaultRule(state()), value);
            }
        }
    }

    /** @return whether the terminal was dropped */
    private boolean error(Terminal terminal, Node value) {
        boolean dropped = recovering == TERMINALS_AFTER_ERROR;
        if (dropped && terminal == Terminal.END) {
            finished = true;
            return true;
        }
        recover(value);
        return dropped;
    }

    private void recover(Node value) {
        recovering = TERMINALS_AFTER_ERROR;
        while (tables.action(state(), Terminal.ERROR.ordinal()) <= 0) {
            if (states.size() == 1) {
                finished = true;
                return;
            }
            pop(1);
        }
        push(tables.action(state(), Terminal.ERROR.ordinal()) - 1, value);
    }

    private int state() {
        return states.getLast();
    }

    private void push(int state, Node value) {
        states.add(state);
        values.add(value);
    }

    private void pop(int count) {
        for (int i = 0; i < count; i++) {
            states.removeLast();
            values.removeLast();
        }
    }

    private void reduce(int number, Node value) {
        var rule = rules.get(number);
        int length = rule.right().length;
        var items = new ArrayList<>(values.subList(values.size() - length, values.size()));
        boolean fits = rule.actions().stream().allMatch(action -> run(action, items));
        pop(length);
        if (fits) {
            push(tables.action(state(), rule.left()) - 1, result(rule, items));
        } else {
            recover(value);
        }
    }

    private static Node result(Grammar.Rule rule, List<Node> items) {
        for (int each : rule.results()) {
            if (each > 0 && each <= items.size() && items.get(each - 1) != null) {
                return items.get(each - 1);
            }
        }
        return null;
    }

    /** @return false makes an error of the rule */
    private boolean run(String action, List<Node> items) {
        switch (action) {
            case "begin" -> begin();
            case "end" -> items.get(1).previous = null;
            case "typedef" -> isTypedef = true;
            case "extern" -> isExtern = true;
            case "inline" -> isExtern = false;
            case "wants-name" -> wantsName = true;
            case "wants-type" -> wantsName = false;
            case "drop" -> drop(items.getFirst());
            case "specifier" -> specifiers = items.getLast().previous;
            case "no-specifiers" -> specifiers = null;
            case "type" -> items.getFirst().previous.kind = SymbolKind.TYPEDEF;
            case "name" -> {
                if (name != null) {
                    return false;
                }
                name = items.getFirst().previous.text;
            }
            case "refer-struct" -> refer(items, SymbolKind.STRUCT);
            case "refer-union" -> refer(items, SymbolKind.UNION);
            case "refer-enum" -> refer(items, SymbolKind.ENUM);
            case "define-struct" -> define(items, SymbolKind.STRUCT);
            case "define-union" -> define(items, SymbolKind.UNION);
            case "define-enum" -> define(items, SymbolKind.ENUM);
            case "end-enumeration" -> symbols.endEnumeration();
            case "constant" -> symbols.add(items.getFirst().previous.text, SymbolKind.CONSTANT, null, false);
            case "constant-value" -> symbols.add(items.getFirst().previous.text, SymbolKind.CONSTANT,
                    items.get(2).previous.copyUntil(items.get(1).previous), false);
            case "initializer" -> items.get(1).previous = items.get(0).previous.previous;
            case "declare" -> declare(items.getFirst());
            case "declare-next" -> declareNext(items);
            case "declare-left" -> declareLeft(items.getLast());
            case "function" -> declare(SymbolKind.NORMAL, cut(items.get(1)));
            case "export" -> exports.accept(items.get(2).previous.text);
            default -> throw new IllegalStateException("no action '" + action + "'");
        }
        return true;
    }

    private void begin() {
        isTypedef = false;
        isExtern = false;
        name = null;
        specifiers = null;
    }

    /** Takes the token of a value out of the chain. */
    private static void drop(Node value) {
        value.previous = value.previous.previous;
    }

    /** Ends the chain behind the token of a value, which is given. */
    private static Node cut(Node value) {
        var last = value.previous;
        value.previous = null;
        return last;
    }

    private static void refer(List<Node> items, SymbolKind kind) {
        drop(items.getFirst());
        items.getLast().previous.kind = kind;
    }

    /**
     * {@code struct tag { members }}: the definition is the symbol's, and here stands a reference. What is defined in
     * the source file itself is not recorded: importers cannot look into it.
     */
    private void define(List<Node> items, SymbolKind kind) {
        var keyword = items.getFirst();
        var tag = items.get(items.size() - 2);
        var body = items.getLast();
        var last = body.previous;
        var name = tag.previous;
        if (name.ofSourceFile) {
            drop(keyword);
            tag.previous.kind = kind;
            body.previous = tag.previous;
            return;
        }
        var reference = name.copy();
        reference.kind = kind;
        reference.previous = keyword.previous.previous;
        body.previous = reference;
        keyword.previous.previous = null;
        symbols.add(name.text, kind, last, isExtern);
    }

    private SymbolKind declaredKind() {
        return isTypedef ? SymbolKind.TYPEDEF : SymbolKind.NORMAL;
    }

    private void declare(Node declarator) {
        var declaration = cut(declarator);
        shareNoSpecifiers();
        declare(declaredKind(), declaration);
    }

    /** {@code int a, b}: the specifiers come again in the place of the first declarator. */
    private void declareNext(List<Node> items) {
        var declaration = cut(items.getLast());
        var behindComma = items.get(1);
        for (var each = specifiers; each != null; each = each.previous) {
            // Those of a parameter: each list of parameters leaves its own.
            if (each == behindComma) {
                throw new EndlessDeclarationException(name);
            }
        }
        behindComma.previous = specifiers;
        shareNoSpecifiers();
        declare(declaredKind(), declaration);
    }

    private void shareNoSpecifiers() {
        if (specifiers != null) {
            specifiers = specifiers.copyUntil(null);
        }
    }

    private void declare(SymbolKind kind, Node declaration) {
        if (name != null) {
            symbols.add(name, kind, declaration, isExtern);
        }
        name = null;
    }

    /** A name that an error left over. */
    private void declareLeft(Node semicolon) {
        if (name != null) {
            var declaration = semicolon.previous.previous;
            semicolon.previous.previous = null;
            declare(declaredKind(), declaration);
        }
    }
}
