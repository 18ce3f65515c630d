package org.latebind.linker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.latebind.bind.api.AnalysisOptions;
import org.latebind.bind.api.FileScope;
import org.latebind.bind.api.ParsedFileScope;
import org.latebind.bind.api.SemanticAnalysis;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.pass.api.Progress;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.Token;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedUnit;

/**
 * All named types that a kernel's headers define, seen from one unit that includes every header it can.
 *
 * <p>Each header's tokens are cut into declarations for themselves, so that a header which is no more
 * than a fragment spoils nothing behind it.
 */
final class HeaderTypes {
    private static final String FIRST = "linux/module.h";
    /** Reached through headers of the same name elsewhere: scripts/headers_install.sh, include/asm-generic/Kbuild. */
    private static final List<String> INDIRECT = List.of("uapi/", "generated/uapi/", "asm-generic/");
    private static final SourceFile UNIT = new SourceFile("(all headers)", Origin.BUILT_IN);
    private static final String NAME = "__latebind_type_";

    /** A name of a type: {@code struct list_head}, {@code enum pid_type}, {@code typedef gfp_t}. */
    record Name(String kind, String name) implements Comparable<Name> {
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

    private final HeaderData headers;
    private final UnitPreprocessing preprocessing;
    private final Lexer lexer;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final BoundTarget target;
    private final SortedMap<Name, QualifiedType> types = new TreeMap<>();
    private final SortedMap<Name, String> unusable = new TreeMap<>();
    private final SortedSet<String> leftOut = new TreeSet<>();
    private final SortedSet<String> ambiguous = new TreeSet<>();
    private final List<Declaration> damaged = new ArrayList<>();
    private Optional<TypedUnit> unit = Optional.empty();

    HeaderTypes(
            HeaderData headers, UnitPreprocessing preprocessing, Lexer lexer, CParser parser,
            SemanticAnalysis analysis, BoundTarget target) {
        this.headers = headers;
        this.preprocessing = preprocessing;
        this.lexer = lexer;
        this.parser = parser;
        this.analysis = analysis;
        this.target = target;
    }

    /** The types by name, once {@link #find} has run. */
    SortedMap<Name, QualifiedType> types() {
        return types;
    }

    /** What is defined and could not be analysed, with the reason. */
    SortedMap<Name, String> unusable() {
        return unusable;
    }

    /** Headers that do not go with the others: they refuse, fail, or define a macro anew. */
    SortedSet<String> leftOut() {
        return leftOut;
    }

    /** Tags that more than one header defines. */
    SortedSet<String> ambiguous() {
        return ambiguous;
    }

    TypedUnit unit() {
        return unit.orElseThrow();
    }

    /**
     * Finds the types.
     *
     * @param wanted which of the names are worth the work
     */
    void find(Predicate<Name> wanted, Progress progress) {
        var errors = new ErrorCount(d -> { });
        var scope = new UnitScope(parser, target.description().addressSpaces().keySet(), errors);
        include(scope, progress);
        var names = new ArrayList<Name>();
        for (var tag : scope.tagNames()) {
            var definitions = parsed(scope::tag, tag, errors);
            if (definitions.stream().distinct().count() > 1) {
                ambiguous.add(tag);
                continue;
            }
            TagKinds.of(definitions, tag).map(kind -> new Name(kind, tag)).filter(wanted).ifPresent(names::add);
        }
        for (var name : scope.typedefNames()) {
            parsed(scope::typedef, name, errors);
            Optional.of(new Name("typedef", name)).filter(wanted).ifPresent(names::add);
        }
        names.removeIf(name -> {
            boolean unread = damaged.stream().anyMatch(d -> declares(d, name));
            if (unread) {
                unusable.put(name, "its declaration does not parse where all headers are seen together");
            }
            return unread;
        });
        progress.report("analysing types", 0, names.size());
        analyse(scope, names);
    }

    private void include(UnitScope scope, Progress progress) {
        var order = new ArrayList<String>();
        var suspects = new ArrayList<String>();
        include(spellings(), progress, (header, tokens, clean) -> (clean ? order : suspects).add(header));
        // Some of them only met what another had left behind.
        order.addAll(suspects);
        include(order, progress, (header, tokens, clean) -> {
            if (clean) {
                scope.add(tokens);
            } else {
                leftOut.add(header);
            }
        });
    }

    /** Looks a name up, which parses its declarations the first time, and notes those that do not parse. */
    private List<Declaration> parsed(Function<String, List<Declaration>> lookUp, String name, ErrorCount errors) {
        long before = errors.count();
        var declarations = lookUp.apply(name);
        if (errors.count() > before) {
            damaged.addAll(declarations);
        }
        return declarations;
    }

    private static boolean declares(Declaration declaration, Name name) {
        var declared = ParsedFileScope.names(declaration);
        return (name.kind().equals("typedef") ? declared.typedefs() : declared.tags()).contains(name.name());
    }

    /** Told of each header: its tokens, and whether it got along with those before it. */
    private interface Included {
        void header(String spelling, List<Token> tokens, boolean clean);
    }

    private void include(List<String> spellings, Progress progress, Included included) {
        var plan = new UnitPlan("types", UNIT.path(), List.of(), List.of());
        var module = new ModulePlan("latebind_types", List.of(plan));
        var search = new IncludeSearch(new DeferredModule(List.of(), List.of(module)), plan, headers);
        var tokens = new ArrayList<Token>();
        var complaints = new ArrayList<Diagnostic>();
        var preprocessor = preprocessing.open(module, plan, search, tokens::add, complaints::add);
        long done = 0;
        for (var header : spellings) {
            progress.report("including " + header, done++, spellings.size());
            complaints.clear();
            long hidden = hiddenBuiltins(preprocessor);
            try {
                preprocessor.process(lex("#include <" + header + ">\n"), tokens::add);
            } catch (DiagnosticException refused) {
                complaints.add(refused.diagnostic());
            }
            boolean clean = complaints.isEmpty() && hiddenBuiltins(preprocessor) == hidden;
            included.header(header, List.copyOf(tokens), clean);
            tokens.clear();
        }
    }

    /** Builtins that are macros now: a header for another compiler gives it those that it lacks. */
    private long hiddenBuiltins(Preprocessor preprocessor) {
        return target.description().personality(target.settings()).builtins().stream()
                .filter(name -> preprocessor.macro(name).isPresent())
                .count();
    }

    /** What an include directive calls the headers, the first one first. */
    private List<String> spellings() {
        var all = new LinkedHashMap<String, Boolean>();
        all.put(FIRST, true);
        for (var folder : headers.includePath().directories()) {
            var prefix = folder + "/";
            for (var path : headers.headerPaths().subSet(prefix, prefix + Character.MAX_VALUE)) {
                all.put(path.substring(prefix.length()), true);
            }
        }
        return all.keySet().stream().filter(name -> INDIRECT.stream().noneMatch(name::startsWith)).toList();
    }

    private void analyse(UnitScope scope, List<Name> names) {
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
            type.ifPresentOrElse(t -> types.put(name, t), () -> unusable.put(name, "cannot be analysed"));
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
