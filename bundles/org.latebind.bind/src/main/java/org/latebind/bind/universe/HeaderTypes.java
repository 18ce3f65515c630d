package org.latebind.bind.universe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.latebind.bind.unit.UnitScope;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedUnit;

/** The named types that a unit of a kernel's headers defines. */
public final class HeaderTypes {
    private static final SourceFile UNIT = new SourceFile("(types)", Origin.BUILT_IN);
    private static final String NAME = "__latebind_type_";

    /** A name of a type: {@code struct list_head}, {@code enum pid_type}, {@code typedef gfp_t}. */
    public record Name(String kind, String name) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    private final UnitScope scope;
    private final Lexer lexer;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final BoundTarget target;
    private final SortedMap<Name, QualifiedType> types = new TreeMap<>();
    private final Map<Name, List<Position>> places = new HashMap<>();
    private final SortedMap<Name, String> unusable = new TreeMap<>();
    private Optional<TypedUnit> unit = Optional.empty();

    public HeaderTypes(UnitScope scope, Lexer lexer, CParser parser, SemanticAnalysis analysis, BoundTarget target) {
        this.scope = scope;
        this.lexer = lexer;
        this.parser = parser;
        this.analysis = analysis;
        this.target = target;
    }

    /** The types by name, once {@link #find} has run. */
    public SortedMap<Name, QualifiedType> types() {
        return types;
    }

    /** Where one of the types is defined. */
    public List<Position> places(Name name) {
        return places.getOrDefault(name, List.of());
    }

    /** What is defined and could not be analyzed, with the reason. */
    public SortedMap<Name, String> unusable() {
        return unusable;
    }

    public TypedUnit unit() {
        return unit.orElseThrow();
    }

    /**
     * Finds the types.
     *
     * @param wanted which of the names, with the places of their definitions, are worth the work
     */
    public void find(BiPredicate<Name, List<Position>> wanted) {
        var names = new ArrayList<Name>();
        for (var tag : scope.tagNames()) {
            var definitions = scope.tag(tag);
            TagKinds.of(definitions, tag).map(kind -> new Name(kind, tag)).ifPresentOrElse(
                    name -> Optional.of(name).filter(n -> isWanted(n, definitions, wanted)).ifPresent(names::add),
                    () -> missed(tag, definitions, wanted));
        }
        for (var typedef : scope.typedefNames()) {
            Optional.of(new Name("typedef", typedef))
                    .filter(name -> isWanted(name, scope.typedef(typedef), wanted)).ifPresent(names::add);
        }
        analyze(names);
    }

    /** A tag whose definition stands where {@link TagKinds} does not look. */
    private void missed(String tag, List<Declaration> definitions, BiPredicate<Name, List<Position>> wanted) {
        TagKinds.ALL.stream().map(kind -> new Name(kind, tag)).filter(name -> isWanted(name, definitions, wanted))
                .forEach(name -> unusable.put(name, "its definition is not found"));
    }

    private boolean isWanted(Name name, List<Declaration> definitions, BiPredicate<Name, List<Position>> wanted) {
        var at = definitions.stream().map(declaration -> declaration.span().at()).toList();
        places.put(name, at);
        return wanted.test(name, at);
    }

    private void analyze(List<Name> names) {
        var source = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            source.append("static ").append(name.kind().equals("typedef") ? name.name() + " *" : name + " ")
                    .append(NAME).append(i).append(";\n");
        }
        var roots = parser.parseDeclarations(lex(source.toString()).tokens(), scope.names(), d -> { });
        var options = AnalysisOptions.of("types", target.description().dataModel(), target.settings().language())
                .withAddressSpaces(target.description().addressSpaces());
        var errors = new ArrayList<Diagnostic>();
        var typed = analysis.analyze(new Roots(scope, roots), options, d -> {
            if (d.severity() == Severity.ERROR) {
                errors.add(d);
            }
        });
        unit = Optional.of(typed);
        Map<String, QualifiedType> found = new LinkedHashMap<>();
        typed.variables().forEach(variable -> found.put(variable.name(), variable.type()));
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var type = Optional.ofNullable(found.get(NAME + i)).map(t -> named(name, t));
            type.ifPresentOrElse(t -> types.put(name, t), () -> unusable.put(name, "cannot be analyzed"));
        }
        errors.forEach(error -> unusable.put(new Name("error", error.message()), error.where().toString()));
    }

    private static QualifiedType named(Name name, QualifiedType variable) {
        return name.kind().equals("typedef") && variable.type() instanceof Type.Pointer pointer
                ? pointer.target() : variable;
    }

    private LexedFile lex(String text) {
        return lexer.lex(UNIT, text, d -> { });
    }

    /** The universe's scope with declarations of our own as its only roots. */
    private record Roots(UnitScope scope, List<Declaration> roots) implements FileScope {
        @Override
        public List<Declaration> ordinary(String name) {
            return name.startsWith(NAME)
                    ? List.of(roots.get(Integer.parseInt(name.substring(NAME.length())))) : scope.ordinary(name);
        }

        @Override
        public List<Declaration> typedef(String name) {
            return scope.typedef(name);
        }

        @Override
        public List<Declaration> tag(String name) {
            return scope.tag(name);
        }

        @Override
        public List<Declaration> enumerator(String name) {
            return scope.enumerator(name);
        }

        @Override
        public Pragmas pragmas(Declaration declaration) {
            return scope.pragmas(declaration);
        }
    }
}
