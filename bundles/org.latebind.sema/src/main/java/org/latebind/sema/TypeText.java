package org.latebind.sema;

import java.util.stream.Collectors;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;
import org.latebind.typed.api.TypeTable;

/** Spells types as C does, for messages and dumps. */
final class TypeText {
    private final TypeTable types;

    TypeText(TypeTable types) {
        this.types = types;
    }

    String of(QualifiedType type) {
        return declare(type, "");
    }

    String of(Type type) {
        return of(QualifiedType.of(type));
    }

    /** In quotes, as messages have it. */
    String quoted(QualifiedType type) {
        return "'" + of(type) + "'";
    }

    String declare(QualifiedType type, String inner) {
        return switch (type.type()) {
            case Type.Pointer p -> {
                var own = "*" + qualifiers(type) + (hasWord(inner) && type.qualifiers() != 0 ? " " : "") + inner;
                boolean wrap = p.target().type() instanceof Type.Array || p.target().type() instanceof Type.Function;
                yield declare(p.target(), wrap ? "(" + own + ")" : own);
            }
            case Type.Array a -> declare(a.element(), inner + "[" + length(a.length()) + "]");
            case Type.Function f -> declare(f.result(), inner + "(" + parameters(f) + ")");
            default -> {
                var quals = qualifiers(type);
                var base = (quals.isEmpty() ? "" : quals + " ") + base(type.type());
                yield inner.isEmpty() ? base : base + " " + inner;
            }
        };
    }

    private static boolean hasWord(String inner) {
        return !inner.isEmpty() && Character.isJavaIdentifierStart(inner.charAt(0));
    }

    private static String length(ArrayLength length) {
        return switch (length) {
            case ArrayLength.Known k -> Long.toString(k.elements());
            case ArrayLength.Incomplete i -> "";
            case ArrayLength.Variable v -> "%" + v.elements().index();
        };
    }

    private String parameters(Type.Function function) {
        if (!function.prototype()) {
            return "";
        }
        var list = function.parameters().stream().map(this::of).collect(Collectors.joining(", "));
        if (function.variadic()) {
            return list.isEmpty() ? "..." : list + ", ...";
        }
        return list.isEmpty() ? "void" : list;
    }

    private static String qualifiers(QualifiedType type) {
        var out = new StringBuilder();
        append(out, type, QualifiedType.CONST, "const");
        append(out, type, QualifiedType.VOLATILE, "volatile");
        append(out, type, QualifiedType.RESTRICT, "restrict");
        append(out, type, QualifiedType.ATOMIC, "_Atomic");
        if (type.addressSpace() != 0) {
            out.append(out.isEmpty() ? "" : " ").append("__as(").append(type.addressSpace()).append(')');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, QualifiedType type, int qualifier, String word) {
        if ((type.qualifiers() & qualifier) != 0) {
            out.append(out.isEmpty() ? "" : " ").append(word);
        }
    }

    private String base(Type type) {
        return switch (type) {
            case Type.Void v -> "void";
            case Type.Bool b -> "_Bool";
            case Type.Integer i -> integer(i.kind());
            case Type.BitField b -> (b.signed() ? "int:" : "unsigned int:") + b.bits();
            case Type.Floating f -> f.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            case Type.Record r -> {
                var definition = types.record(r.id());
                yield (definition.union() ? "union " : "struct ")
                        + definition.tag().orElse("<anonymous>");
            }
            case Type.Enum e -> "enum " + types.enumeration(e.id()).tag().orElse("<anonymous>");
            case Type.Vector v -> "__vector(" + v.elements() + ") " + base(v.element());
            case Type.VaList v -> "__builtin_va_list";
            case Type.Unknown u -> "<unknown>";
            case Type.Pointer p -> throw new IllegalStateException();
            case Type.Array a -> throw new IllegalStateException();
            case Type.Function f -> throw new IllegalStateException();
        };
    }

    private static String integer(Type.IntegerKind kind) {
        return switch (kind) {
            case INT128 -> "__int128";
            case UNSIGNED_INT128 -> "unsigned __int128";
            default -> kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        };
    }
}
