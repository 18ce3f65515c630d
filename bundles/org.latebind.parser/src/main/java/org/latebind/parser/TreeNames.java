package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.Enumerator;
import org.latebind.syntax.api.Specifiers.Member;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;

/** The names that a parsed declaration gives to file scope. */
final class TreeNames {
    private final List<String> typedefs = new ArrayList<>();
    private final List<String> ordinary = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    private TreeNames() {}

    static TreeNames of(Declaration declaration) {
        var names = new TreeNames();
        switch (declaration) {
            case Declaration.Simple simple -> names.simple(simple);
            case Declaration.Function function -> {
                names.type(function.specifiers().type());
                function.declarator().name().ifPresent(names.ordinary::add);
            }
            case Declaration.Assertion a -> { }
            case Declaration.FileAsm a -> { }
            case Declaration.PragmaLine p -> { }
            case Declaration.Empty e -> { }
            case Declaration.MacroUse m -> { }
            case Declaration.Undecided u -> { }
        }
        return names;
    }

    List<String> typedefs() {
        return typedefs;
    }

    List<String> ordinary() {
        return ordinary;
    }

    List<String> all() {
        var all = new ArrayList<>(tags);
        all.addAll(typedefs);
        all.addAll(ordinary);
        return all;
    }

    static DeferredItem.Kind kindOf(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Simple simple -> kindOfSimple(simple);
            case Declaration.Function f -> DeferredItem.Kind.FUNCTION;
            case Declaration.Assertion a -> DeferredItem.Kind.ASSERTION;
            case Declaration.FileAsm a -> DeferredItem.Kind.ASM;
            case Declaration.PragmaLine p -> DeferredItem.Kind.DIRECTIVE;
            case Declaration.Empty e -> DeferredItem.Kind.EMPTY;
            case Declaration.MacroUse m -> DeferredItem.Kind.MACRO_USE;
            case Declaration.Undecided u -> DeferredItem.Kind.CONDITIONAL;
        };
    }

    private static DeferredItem.Kind kindOfSimple(Declaration.Simple simple) {
        boolean typedef = simple.specifiers().storage().contains(Specifiers.Storage.TYPEDEF);
        if (typedef || simple.declarators().isEmpty()) {
            return DeferredItem.Kind.TYPE;
        }
        return simple.declarators().stream().allMatch(d -> isFunction(d.declarator()))
                ? DeferredItem.Kind.FUNCTION
                : DeferredItem.Kind.VARIABLE;
    }

    private static boolean isFunction(Declarator declarator) {
        return DeclaratorParser.functionOf(declarator).isPresent();
    }

    private void simple(Declaration.Simple simple) {
        type(simple.specifiers().type());
        boolean typedef = simple.specifiers().storage().contains(Specifiers.Storage.TYPEDEF);
        for (var declared : simple.declarators()) {
            declared.declarator().name().ifPresent(typedef ? typedefs::add : ordinary::add);
        }
    }

    private void type(TypeSpecifier type) {
        switch (type) {
            case TypeSpecifier.Record r -> {
                r.members().ifPresent(members -> {
                    tag(r.union() ? "union " : "struct ", r.tag());
                    members.forEach(this::member);
                });
            }
            case TypeSpecifier.Enum e -> {
                e.enumerators().ifPresent(enumerators -> {
                    tag("enum ", e.tag());
                    enumerators.forEach(this::enumerator);
                });
            }
            default -> { }
        }
    }

    private void tag(String keyword, Optional<String> tag) {
        tag.ifPresent(name -> tags.add(keyword + name));
    }

    private void member(Member member) {
        switch (member) {
            case Member.Fields fields -> type(fields.specifiers().type());
            case Member.Undecided u -> u.choice().branches().forEach(b -> b.elements().forEach(this::member));
            default -> { }
        }
    }

    private void enumerator(Enumerator enumerator) {
        switch (enumerator) {
            case Enumerator.Constant constant -> ordinary.add(constant.name());
            case Enumerator.Undecided u -> u.choice().branches().forEach(b -> b.elements().forEach(this::enumerator));
            case Enumerator.MacroUse m -> { }
        }
    }
}
