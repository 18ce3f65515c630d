package org.latebind.bind.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.Qualifier;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;

/**
 * A declaration as C, in the header's own words; array sizes as numbers.
 *
 * <pre>
 * char name[MODULE_NAME_LEN]  -->  char name[56]
 * </pre>
 */
final class DeclarationText {
    private DeclarationText() {}

    /** The specifiers without attributes and without bodies: {@code const struct task *} loses nothing else. */
    static String specifiers(Specifiers specifiers) {
        var words = new ArrayList<>(qualifiers(specifiers.qualifiers()));
        words.add(switch (specifiers.type()) {
            case TypeSpecifier.Basic basic -> String.join(" ", basic.keywords());
            case TypeSpecifier.Named named -> named.name();
            case TypeSpecifier.Record record -> keyword(record) + record.tag().map(tag -> " " + tag).orElse(" {...}");
            case TypeSpecifier.Enum enumeration -> "enum" + enumeration.tag().map(tag -> " " + tag).orElse(" {...}");
            case TypeSpecifier.TypeofExpression typeof -> "typeof(...)";
            case TypeSpecifier.TypeofType typeof -> "typeof(" + typeName(typeof.operand().specifiers(), typeof.operand().declarator()) + ")";
            case TypeSpecifier.Atomic atomic -> "_Atomic(" + typeName(atomic.operand().specifiers(), atomic.operand().declarator()) + ")";
            case TypeSpecifier.Auto auto -> "__auto_type";
            case TypeSpecifier.Missing missing -> "int";
            case TypeSpecifier.MacroUse use -> use.name();
        });
        return String.join(" ", words);
    }

    static String keyword(TypeSpecifier.Record record) {
        return record.union() ? "union" : "struct";
    }

    private static List<String> qualifiers(Set<Qualifier> qualifiers) {
        return qualifiers.stream()
                .map(q -> q == Qualifier.ATOMIC ? "_Atomic" : q.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static String typeName(Specifiers specifiers, Declarator declarator) {
        return declared(specifiers(specifiers), declarator, QualifiedType.of(new Type.Unknown()));
    }

    /** The specifiers' text with the declarator: {@code int (*call)(struct task *, int)}. */
    static String declared(String specifiers, Declarator declarator, QualifiedType type) {
        var text = declarator(declarator, "", dimensions(type));
        return text.isEmpty() ? specifiers : specifiers + " " + text;
    }

    /** Lengths of the arrays that a type is, outermost first; -1 where there is none. */
    private static List<Long> dimensions(QualifiedType type) {
        var all = new ArrayList<Long>();
        for (var t = type.type(); t instanceof Type.Array array; t = array.element().type()) {
            all.add(array.length() instanceof Type.ArrayLength.Known known ? known.elements() : -1L);
        }
        return all;
    }

    /** @param after what follows the name, of the nodes further out */
    private static String declarator(Declarator declarator, String after, List<Long> dimensions) {
        return switch (declarator) {
            case Declarator.Identifier identifier -> identifier.name().orElse("") + after;
            case Declarator.Pointer pointer -> {
                var words = String.join(" ", qualifiers(pointer.qualifiers()));
                yield "*" + words + (words.isEmpty() ? "" : " ") + declarator(pointer.inner(), after, dimensions);
            }
            case Declarator.Array array -> {
                var length = dimension(array, dimensions);
                yield wrapped(array.inner(), "[" + length + "]" + after, dimensions);
            }
            case Declarator.Function function -> wrapped(function.inner(), parameters(function) + after, List.of());
            case Declarator.Attributed attributed -> declarator(attributed.inner(), after, dimensions);
        };
    }

    /** The innermost array of the declarator is the outermost of the type. */
    private static String dimension(Declarator.Array array, List<Long> dimensions) {
        int place = 0;
        for (var inner = array.inner(); inner instanceof Declarator.Array more; inner = more.inner()) {
            place++;
        }
        return place < dimensions.size() && dimensions.get(place) >= 0 ? Long.toString(dimensions.get(place)) : "";
    }

    /** What a pointer is inside of an array or function stands in parentheses. */
    private static String wrapped(Declarator inner, String suffix, List<Long> dimensions) {
        return inner instanceof Declarator.Pointer ? "(" + declarator(inner, "", dimensions) + ")" + suffix
                : declarator(inner, suffix, dimensions);
    }

    private static String parameters(Declarator.Function function) {
        var all = function.parameters().stream()
                .map(p -> typeName(p.specifiers(), p.declarator()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (function.variadic()) {
            all.add("...");
        }
        return "(" + (all.isEmpty() && function.prototype() ? "void" : String.join(", ", all)) + ")";
    }
}
