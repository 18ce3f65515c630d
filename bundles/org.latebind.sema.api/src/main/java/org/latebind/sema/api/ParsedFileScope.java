package org.latebind.sema.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.FunctionSpecifier;
import org.latebind.syntax.api.Specifiers.Storage;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;

/** The file scope of a unit that is parsed as a whole; everything defined in it is a root. */
public final class ParsedFileScope implements FileScope {
    private final Map<String, List<Declaration>> ordinary = new HashMap<>();
    private final Map<String, List<Declaration>> typedefs = new HashMap<>();
    private final Map<String, List<Declaration>> tags = new HashMap<>();
    private final Map<String, List<Declaration>> enumerators = new HashMap<>();
    private final Map<Declaration, Pragmas> pragmas = new IdentityHashMap<>();
    private final List<Declaration> roots = new ArrayList<>();

    public ParsedFileScope(List<Declaration> declarations) {
        var state = new PragmaState();
        for (var declaration : declarations) {
            if (declaration instanceof Declaration.PragmaLine line) {
                state.apply(line.text());
                continue;
            }
            pragmas.put(declaration, state.current());
            index(declaration);
            if (isRoot(declaration)) {
                roots.add(declaration);
            }
        }
    }

    /**
     * Whether a declaration is looked at though nothing refers to it: all but static inline functions.
     */
    public static boolean isRoot(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Simple simple -> true;
            case Declaration.Function function -> !isInlineOnly(function.specifiers()) || isUsed(function);
            case Declaration.Assertion a -> true;
            case Declaration.FileAsm a -> true;
            case Declaration.PragmaLine p -> false;
            case Declaration.Empty e -> false;
            case Declaration.MacroUse m -> false;
            case Declaration.Undecided u -> false;
        };
    }

    private static boolean isInlineOnly(Specifiers specifiers) {
        return specifiers.function().contains(FunctionSpecifier.INLINE)
                && specifiers.storage().contains(Storage.STATIC);
    }

    private static boolean isUsed(Declaration.Function function) {
        return hasUsed(function.specifiers().attributes()) || hasUsed(function.attributes());
    }

    private static boolean hasUsed(List<Attribute> attributes) {
        return attributes.stream().anyMatch(a -> a instanceof Attribute.Named n
                && GnuAttribute.named(n.name()).filter(GnuAttribute::keepsDefinition).isPresent());
    }

    @Override
    public List<Declaration> ordinary(String name) {
        return ordinary.getOrDefault(name, List.of());
    }

    @Override
    public List<Declaration> typedef(String name) {
        return typedefs.getOrDefault(name, List.of());
    }

    @Override
    public List<Declaration> tag(String name) {
        return tags.getOrDefault(name, List.of());
    }

    @Override
    public List<Declaration> enumerator(String name) {
        return enumerators.getOrDefault(name, List.of());
    }

    @Override
    public List<Declaration> roots() {
        return List.copyOf(roots);
    }

    @Override
    public Pragmas pragmas(Declaration declaration) {
        return pragmas.getOrDefault(declaration, Pragmas.NONE);
    }

    private void index(Declaration declaration) {
        var names = names(declaration);
        add(ordinary, names.ordinary(), declaration);
        add(typedefs, names.typedefs(), declaration);
        add(tags, names.tags(), declaration);
        add(enumerators, names.enumerators(), declaration);
    }

    private static void add(Map<String, List<Declaration>> index, List<String> names, Declaration declaration) {
        for (var name : names) {
            var list = index.computeIfAbsent(name, n -> new ArrayList<>());
            if (list.isEmpty() || list.getLast() != declaration) {
                list.add(declaration);
            }
        }
    }

    /** The names that a declaration declares in its scope, by name space; tags it defines. */
    public static DeclaredNames names(Declaration declaration) {
        var names = new Names();
        switch (declaration) {
            case Declaration.Simple simple -> {
                names.addTypes(simple.specifiers());
                boolean typedef = simple.specifiers().storage().contains(Storage.TYPEDEF);
                for (var declarator : simple.declarators()) {
                    declarator.declarator().name().ifPresent((typedef ? names.typedefs : names.ordinary)::add);
                }
            }
            case Declaration.Function function -> {
                names.addTypes(function.specifiers());
                function.declarator().name().ifPresent(names.ordinary::add);
            }
            case Declaration.Assertion a -> { }
            case Declaration.FileAsm a -> { }
            case Declaration.PragmaLine p -> { }
            case Declaration.Empty e -> { }
            case Declaration.MacroUse m -> { }
            case Declaration.Undecided u -> { }
        }
        return new DeclaredNames(names.ordinary, names.typedefs, names.tags, names.enumerators);
    }

    /** Names by name space. */
    public record DeclaredNames(
            List<String> ordinary, List<String> typedefs, List<String> tags, List<String> enumerators) {
        public DeclaredNames {
            ordinary = List.copyOf(ordinary);
            typedefs = List.copyOf(typedefs);
            tags = List.copyOf(tags);
            enumerators = List.copyOf(enumerators);
        }
    }

    /** Collects names. */
    private static final class Names {
        private final List<String> ordinary = new ArrayList<>();
        private final List<String> typedefs = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<String> enumerators = new ArrayList<>();

        private void addTypes(Specifiers specifiers) {
            switch (specifiers.type()) {
                case TypeSpecifier.Record record -> record.members().ifPresent(members -> {
                    record.tag().ifPresent(tags::add);
                    for (var member : members) {
                        if (member instanceof Specifiers.Member.Fields fields) {
                            addTypes(fields.specifiers());
                        }
                    }
                });
                case TypeSpecifier.Enum enumeration -> enumeration.enumerators().ifPresent(constants -> {
                    enumeration.tag().ifPresent(tags::add);
                    for (var constant : constants) {
                        if (constant instanceof Specifiers.Enumerator.Constant c) {
                            enumerators.add(c.name());
                        }
                    }
                });
                case TypeSpecifier.TypeofType typeof -> addTypes(typeof.operand().specifiers());
                case TypeSpecifier.Atomic atomic -> addTypes(atomic.operand().specifiers());
                default -> { }
            }
        }
    }
}
