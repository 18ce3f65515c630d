package org.latebind.linker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latebind.bind.api.FileScope;
import org.latebind.bind.api.PragmaState;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Token;

/**
 * A file scope over outlined declarations, each parsed the first time one of its names is needed.
 *
 * <p>Names are looked up regardless of order: in valid C a name is declared before its use, and
 * what an invalid order would mean is semantic analysis' to say.
 */
final class LazyFileScope implements FileScope {
    private final List<Token> tokens;
    private final List<DeclarationOutline> outlines;
    private final CParser parser;
    private final DiagnosticSink sink;
    private final Map<String, List<Integer>> ordinary = new HashMap<>();
    private final Map<String, List<Integer>> typedefs = new HashMap<>();
    private final Map<String, List<Integer>> tags = new HashMap<>();
    private final Map<String, List<Integer>> enumerators = new HashMap<>();
    private final Map<Integer, List<Declaration>> parsed = new HashMap<>();
    private final Map<Declaration, Pragmas> pragmasOf = new IdentityHashMap<>();
    private final List<Pragmas> pragmasAt;
    private final TypedefNames names;

    LazyFileScope(
            List<Token> tokens, List<DeclarationOutline> outlines, CParser parser, Set<String> addressSpaces,
            DiagnosticSink sink) {
        this.tokens = tokens;
        this.outlines = outlines;
        this.parser = parser;
        this.sink = sink;
        this.pragmasAt = new ArrayList<>(outlines.size());
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
        index();
    }

    private void index() {
        var state = new PragmaState();
        for (int i = 0; i < outlines.size(); i++) {
            var outline = outlines.get(i);
            if (outline.kind() == DeclarationOutline.Kind.PRAGMA) {
                state.apply(tokens.get(outline.first()).text());
            }
            pragmasAt.add(state.current());
            add(ordinary, outline.ordinary(), i);
            add(typedefs, outline.typedefs(), i);
            add(tags, outline.tags(), i);
            add(enumerators, outline.enumerators(), i);
        }
    }

    private static void add(Map<String, List<Integer>> index, List<String> names, int outline) {
        for (var name : names) {
            index.computeIfAbsent(name, n -> new ArrayList<>(1)).add(outline);
        }
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
        for (int outline : index.getOrDefault(name, List.of())) {
            result.addAll(parse(outline));
        }
        return result;
    }

    @Override
    public List<Declaration> roots() {
        var result = new ArrayList<Declaration>();
        for (int i = 0; i < outlines.size(); i++) {
            if (RootChoice.isRoot(outlines.get(i), tokens)) {
                result.addAll(parse(i));
            }
        }
        return result;
    }

    @Override
    public Pragmas pragmas(Declaration declaration) {
        return pragmasOf.getOrDefault(declaration, Pragmas.NONE);
    }

    /** The file scope's typedef names, for parsing more in its sight. */
    TypedefNames names() {
        return names;
    }

    /** How many declarations have been parsed: the work a link did. */
    int parsedCount() {
        return parsed.size();
    }

    private List<Declaration> parse(int index) {
        var known = parsed.get(index);
        if (known != null) {
            return known;
        }
        var outline = outlines.get(index);
        var declarations = parser.parseDeclarations(tokens.subList(outline.first(), outline.end()), names, sink);
        declarations.forEach(d -> pragmasOf.put(d, pragmasAt.get(index)));
        parsed.put(index, declarations);
        return declarations;
    }
}
