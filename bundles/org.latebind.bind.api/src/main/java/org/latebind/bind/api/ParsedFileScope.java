package org.latebind.bind.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Whether a declaration makes something of its own: a definition that is neither a typedef nor a
     * static inline function.
     */
    public static boolean isRoot(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Simple simple -> !simple.specifiers().storage().contains(Storage.TYPEDEF);
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
        return attributes.stream().anyMatch(a -> a instanceof Attribute.Named n && n.name().equals("used"));
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
        switch (declaration) {
            case Declaration.Simple simple -> {
                indexTypes(declaration, simple.specifiers());
                boolean typedef = simple.specifiers().storage().contains(Storage.TYPEDEF);
                for (var declarator : simple.declarators()) {
                    declarator.declarator().name().ifPresent(
                            name -> add(typedef ? typedefs : ordinary, name, declaration));
                }
            }
            case Declaration.Function function -> {
                indexTypes(declaration, function.specifiers());
                function.declarator().name().ifPresent(name -> add(ordinary, name, declaration));
            }
            case Declaration.Assertion a -> { }
            case Declaration.FileAsm a -> { }
            case Declaration.PragmaLine p -> { }
            case Declaration.Empty e -> { }
            case Declaration.MacroUse m -> { }
            case Declaration.Undecided u -> { }
        }
    }

    private void indexTypes(Declaration declaration, Specifiers specifiers) {
        switch (specifiers.type()) {
            case TypeSpecifier.Record record -> record.members().ifPresent(members -> {
                addTag(declaration, record.tag());
                for (var member : members) {
                    if (member instanceof Specifiers.Member.Fields fields) {
                        indexTypes(declaration, fields.specifiers());
                    }
                }
            });
            case TypeSpecifier.Enum enumeration -> enumeration.enumerators().ifPresent(constants -> {
                addTag(declaration, enumeration.tag());
                for (var constant : constants) {
                    if (constant instanceof Specifiers.Enumerator.Constant c) {
                        add(enumerators, c.name(), declaration);
                    }
                }
            });
            case TypeSpecifier.TypeofType typeof -> indexTypes(declaration, typeof.operand().specifiers());
            case TypeSpecifier.Atomic atomic -> indexTypes(declaration, atomic.operand().specifiers());
            default -> { }
        }
    }

    private void addTag(Declaration declaration, Optional<String> tag) {
        tag.ifPresent(name -> add(tags, name, declaration));
    }

    private static void add(Map<String, List<Declaration>> index, String name, Declaration declaration) {
        var list = index.computeIfAbsent(name, n -> new ArrayList<>());
        if (list.isEmpty() || list.getLast() != declaration) {
            list.add(declaration);
        }
    }
}
