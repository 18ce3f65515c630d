package org.latebind.bind.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.sema.api.PragmaState;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.RunOutline;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenSink;

/**
 * A unit's file scope, filled in source order with token runs and with bound declarations. Token
 * runs are only outlined; a declaration in one is parsed the first time one of its names is needed.
 *
 * <p>Names are looked up regardless of order: in valid C a name is declared before its use, and
 * what an invalid order would mean is semantic analysis' to say.
 */
public final class UnitScope implements FileScope {
    /** One declaration of the unit. */
    private sealed interface Entry {
        /**
         * @param tokens of the run that the outline was cut from; made when they are first asked for
         * @param modules whether the declaration is the module's own
         */
        record Outlined(Supplier<List<Token>> tokens, DeclarationOutline outline, boolean modules, Pragmas pragmas)
                implements Entry {}

        record Bound(Declaration declaration) implements Entry {}
    }

    private final CParser parser;
    private final DiagnosticSink sink;
    private final List<Entry> entries = new ArrayList<>();
    /** Entries whose text has errors. */
    private final Set<Integer> broken = new HashSet<>();
    private final Map<String, List<Integer>> ordinary = new HashMap<>();
    private final Map<String, List<Integer>> typedefs = new HashMap<>();
    private final Map<String, List<Integer>> tags = new HashMap<>();
    private final Map<String, List<Integer>> enumerators = new HashMap<>();
    private final Map<Integer, List<Declaration>> parsed = new HashMap<>();
    private final Map<Declaration, Pragmas> pragmasOf = new IdentityHashMap<>();
    private final PragmaState pragmas = new PragmaState();
    private final TypedefNames names;
    private Supplier<Collection<Macro>> macros = List::of;

    public UnitScope(CParser parser, Set<String> addressSpaces, DiagnosticSink sink) {
        this.parser = parser;
        this.sink = sink;
        this.names = new TypedefNames() {
            @Override
            public boolean isTypedefName(String name) {
                return typedefs.containsKey(name);
            }

            @Override
            public boolean isAddressSpace(String name) {
                return addressSpaces.contains(name);
            }
        };
    }

    /** Goes on with preprocessed tokens that end between two declarations. */
    public void add(List<Token> tokens) {
        add(tokens, parser.outline(tokens, names, sink));
    }

    /** Goes on with preprocessed tokens that are cut already. */
    public void add(List<Token> tokens, List<DeclarationOutline> outlines) {
        outlines.forEach(each -> add(each, () -> tokens, RootChoice.isModules(tokens.get(each.first()))));
    }

    /**
     * A name that a declaration would give a second meaning: a tag, an enumeration constant or a function
     * that is defined, a typedef name that is declared in other words or with members of its own.
     */
    public Optional<String> conflict(List<Token> in, DeclarationOutline outline) {
        return outline.tags().stream().filter(tags::containsKey).findFirst()
                .or(() -> outline.enumerators().stream().filter(enumerators::containsKey).findFirst())
                .or(() -> outline.kind() != DeclarationOutline.Kind.FUNCTION_DEFINITION ? Optional.empty()
                        : outline.ordinary().stream().filter(this::definesFunction).findFirst())
                .or(() -> outline.typedefs().stream().filter(typedefs::containsKey).filter(name -> {
                    var here = words(in, outline);
                    return here.contains("{") || !here.equals(words(typedefs.get(name).getFirst()));
                }).findFirst());
    }

    private boolean definesFunction(String name) {
        return ordinary.getOrDefault(name, List.of()).stream().anyMatch(place ->
                entries.get(place) instanceof Entry.Outlined o
                        && o.outline().kind() == DeclarationOutline.Kind.FUNCTION_DEFINITION);
    }

    private List<String> words(int place) {
        return switch (entries.get(place)) {
            case Entry.Outlined o -> words(o.tokens().get(), o.outline());
            case Entry.Bound b -> List.of();
        };
    }

    private static List<String> words(List<Token> tokens, DeclarationOutline outline) {
        return tokens.subList(outline.first(), outline.end()).stream().map(Token::text).toList();
    }

    /**
     * Goes on with tokens if they end between two declarations.
     *
     * @return whether they do
     */
    public boolean addWhole(List<Token> tokens) {
        var whole = parser.outlineRun(tokens, names);
        whole.ifPresent(outline -> add(tokens, outline.declarations()));
        return whole.isPresent();
    }

    /** Goes on with a run of a kernel header, whose tokens are left unmade. */
    public void add(TokenSink.Run run, RunOutline outline) {
        outline.declarations().forEach(each -> add(each, run::tokens, false));
    }

    private void add(DeclarationOutline outline, Supplier<List<Token>> tokens, boolean modules) {
        if (outline.kind() == DeclarationOutline.Kind.PRAGMA) {
            pragmas.apply(tokens.get().get(outline.first()).text());
        }
        int place = entries.size();
        entries.add(new Entry.Outlined(tokens, outline, modules, pragmas.current()));
        add(ordinary, outline.ordinary(), place);
        add(typedefs, outline.typedefs(), place);
        add(tags, outline.tags(), place);
        add(enumerators, outline.enumerators(), place);
    }

    /** Goes on with a declaration that is bound already. */
    public void add(Declaration declaration) {
        int place = entries.size();
        entries.add(new Entry.Bound(declaration));
        parsed.put(place, List.of(declaration));
        pragmasOf.put(declaration, pragmas.current());
        var declared = ParsedFileScope.names(declaration);
        add(ordinary, declared.ordinary(), place);
        add(typedefs, declared.typedefs(), place);
        add(tags, declared.tags(), place);
        add(enumerators, declared.enumerators(), place);
    }

    private static void add(Map<String, List<Integer>> index, List<String> names, int place) {
        for (var name : names) {
            index.computeIfAbsent(name, n -> new ArrayList<>(1)).add(place);
        }
    }

    /** The scope's typedef names, for parsing more in its context. */
    public TypedefNames names() {
        return names;
    }

    @Override
    public List<Declaration> ordinary(String name) {
        return declarations(ordinary, name);
    }

    @Override
    public List<Declaration> typedef(String name) {
        return declarations(typedefs, name);
    }

    @Override
    public List<Declaration> tag(String name) {
        return declarations(tags, name);
    }

    @Override
    public List<Declaration> enumerator(String name) {
        return declarations(enumerators, name);
    }

    private List<Declaration> declarations(Map<String, List<Integer>> index, String name) {
        var result = new ArrayList<Declaration>();
        for (int place : index.getOrDefault(name, List.of())) {
            result.addAll(parse(place));
        }
        return result;
    }

    /** The tags that are defined, sorted. */
    public SortedSet<String> tagNames() {
        return new TreeSet<>(tags.keySet());
    }

    /** The typedef names, sorted. */
    public SortedSet<String> typedefNames() {
        return new TreeSet<>(typedefs.keySet());
    }

    /**
     * A declaration of a function or an object, unparsed.
     *
     * @param body whether it defines a function
     */
    public record Unparsed(boolean body, Position first, Position last) {}

    /** The declarations from tokens of each ordinary name, in the order of the names. */
    public SortedMap<String, List<Unparsed>> unparsed() {
        var all = new TreeMap<String, List<Unparsed>>();
        ordinary.forEach((name, places) -> places.forEach(place -> {
            if (entries.get(place) instanceof Entry.Outlined entry) {
                var outline = entry.outline();
                var tokens = entry.tokens().get();
                all.computeIfAbsent(name, n -> new ArrayList<>(1)).add(new Unparsed(
                        outline.kind() == DeclarationOutline.Kind.FUNCTION_DEFINITION,
                        tokens.get(outline.first()).blame(), tokens.get(outline.end() - 1).blame()));
            }
        }));
        return all;
    }

    public Collection<Macro> macros() {
        return macros.get();
    }

    @Override
    public List<Declaration> roots() {
        var result = new ArrayList<Declaration>();
        for (int i = 0; i < entries.size(); i++) {
            boolean root = switch (entries.get(i)) {
                case Entry.Outlined o -> RootChoice.isRoot(o.outline(), o.modules());
                case Entry.Bound b -> true;
            };
            if (root) {
                result.addAll(parse(i));
            }
        }
        return result;
    }

    @Override
    public Pragmas pragmas(Declaration declaration) {
        return pragmasOf.getOrDefault(declaration, Pragmas.NONE);
    }

    /** Macros in force at the unit's end are names too. */
    public void addMacros(Supplier<Collection<Macro>> defined) {
        macros = defined;
    }

    @Override
    public SortedSet<String> knownNames() {
        var all = new TreeSet<String>();
        macros.get().forEach(macro -> all.add(macro.name()));
        List.of(enumerators, typedefs, ordinary).forEach(index -> all.addAll(index.keySet()));
        return all;
    }

    @Override
    public Position declaredAt(String name) {
        for (var index : List.of(ordinary, typedefs, enumerators)) {
            if (index.containsKey(name)) {
                return place(entries.get(index.get(name).getFirst()));
            }
        }
        return macros.get().stream().filter(macro -> macro.name().equals(name)).map(Macro::definition).findFirst()
                .orElse(Position.NONE);
    }

    @Override
    public boolean isBroken(String name) {
        return Stream.of(ordinary, typedefs, enumerators)
                .flatMap(index -> index.getOrDefault(name, List.of()).stream())
                .anyMatch(broken::contains);
    }

    private static Position place(Entry entry) {
        return switch (entry) {
            case Entry.Outlined o -> o.tokens().get().get(o.outline().first()).blame();
            case Entry.Bound b -> b.declaration().span().at();
        };
    }

    /** How many outlined declarations have been parsed: the work a link did. */
    public int parsedCount() {
        return parsed.size();
    }

    private List<Declaration> parse(int place) {
        var known = parsed.get(place);
        if (known != null) {
            return known;
        }
        var entry = (Entry.Outlined) entries.get(place);
        var outline = entry.outline();
        DiagnosticSink noting = diagnostic -> {
            if (diagnostic.severity() == Severity.ERROR) {
                broken.add(place);
            }
            sink.report(diagnostic);
        };
        var declarations = parser.parseDeclarations(
                entry.tokens().get().subList(outline.first(), outline.end()), names, noting);
        declarations.forEach(d -> pragmasOf.put(d, entry.pragmas()));
        parsed.put(place, declarations);
        return declarations;
    }
}
