package org.latebind.syntax.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * C11 6.7 declaration specifiers, GNU attributes included.
 *
 * @param type the type specifier; {@link TypeSpecifier.Missing} where there is none (implicit int)
 */
public record Specifiers(
        Span span,
        Set<Storage> storage,
        Set<Qualifier> qualifiers,
        Set<FunctionSpecifier> function,
        TypeSpecifier type,
        List<Attribute> attributes)
        implements Node {

    /** Storage-class specifiers; THREAD_LOCAL and TYPEDEF stand among them as the grammar has it. */
    public enum Storage { TYPEDEF, EXTERN, STATIC, AUTO, REGISTER, THREAD_LOCAL }

    /** Type qualifiers. */
    public enum Qualifier { CONST, VOLATILE, RESTRICT, ATOMIC }

    /** Function specifiers. */
    public enum FunctionSpecifier { INLINE, NORETURN }

    public Specifiers {
        storage = inOrder(storage);
        qualifiers = inOrder(qualifiers);
        function = inOrder(function);
        attributes = List.copyOf(attributes);
    }

    /** An unmodifiable copy that iterates in the order of the constants: printed trees depend on it. */
    static <E extends Enum<E>> Set<E> inOrder(Set<E> set) {
        return set.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(set));
    }

    /** What a specifier list says about the type itself. */
    public sealed interface TypeSpecifier extends Node {
        /**
         * The keywords of a basic type in source order: {@code unsigned long}, {@code _Bool}, {@code
         * __int128}; alternate spellings such as {@code __signed__} are given as the plain one.
         */
        record Basic(Span span, List<String> keywords) implements TypeSpecifier {
            public Basic {
                keywords = List.copyOf(keywords);
            }
        }

        /**
         * A typedef name, or in a deferred tree a name taken for one (an assumption). The compiler's own
         * {@code __builtin_va_list}, {@code __int128_t} and {@code __uint128_t} are typedef names too.
         */
        record Named(Span span, String name) implements TypeSpecifier {}

        /**
         * {@code struct} or {@code union}.
         *
         * @param members present where there is a body
         * @param attributes those after the keyword and after the closing brace
         */
        record Record(
                Span span, boolean union, Optional<String> tag, Optional<List<Member>> members,
                List<Attribute> attributes)
                implements TypeSpecifier {
            public Record {
                members = members.map(List::copyOf);
                attributes = List.copyOf(attributes);
            }
        }

        /** {@code enum}; {@code underlying} is C23's fixed type. */
        record Enum(
                Span span, Optional<String> tag, Optional<List<Enumerator>> enumerators,
                Optional<TypeName> underlying, List<Attribute> attributes)
                implements TypeSpecifier {
            public Enum {
                enumerators = enumerators.map(List::copyOf);
                attributes = List.copyOf(attributes);
            }
        }

        /** {@code typeof(expression)}; {@code unqualified} for {@code __typeof_unqual__}. */
        record TypeofExpression(Span span, Expression operand, boolean unqualified) implements TypeSpecifier {}

        /** {@code typeof(type)}. */
        record TypeofType(Span span, TypeName operand, boolean unqualified) implements TypeSpecifier {}

        /** {@code _Atomic(type)}. */
        record Atomic(Span span, TypeName operand) implements TypeSpecifier {}

        /** {@code __auto_type}. */
        record Auto(Span span) implements TypeSpecifier {}

        /** No type specifier at all: implicit int (gnu89) or an error. */
        record Missing(Span span) implements TypeSpecifier {}

        /** Deferred: a macro use that stands for a type ({@code typeof_member(...)}, {@code __be32_t(x)}). */
        record MacroUse(Span span, String name) implements TypeSpecifier {}
    }

    /** What may stand in the braces of a struct or union. */
    public sealed interface Member extends Node {
        /** {@code T a, b : 3;}; no declarator for an anonymous struct or union member. */
        record Fields(Span span, Specifiers specifiers, List<Field> fields) implements Member {
            public Fields {
                fields = List.copyOf(fields);
            }
        }

        record Assertion(Span span, Expression condition, Optional<Expression> message) implements Member {}

        /** {@code #pragma pack} between members. */
        record PragmaLine(Span span, String text) implements Member {}

        /** Deferred: a macro use in member position ({@code DECLARE_BITMAP(x, n);}). */
        record MacroUse(Span span, String name) implements Member {}

        /** Deferred: a conditional around members. */
        record Undecided(Choice<Member> choice) implements Member {
            @Override
            public Span span() {
                return choice.span();
            }
        }
    }

    /**
     * One struct declarator.
     *
     * @param declarator names nothing for an unnamed bit-field
     */
    public record Field(Span span, Declarator declarator, Optional<Expression> width, List<Attribute> attributes)
            implements Node {
        public Field {
            attributes = List.copyOf(attributes);
        }
    }

    /** What may stand in the braces of an enum. */
    public sealed interface Enumerator extends Node {
        record Constant(Span span, String name, List<Attribute> attributes, Optional<Expression> value)
                implements Enumerator {
            public Constant {
                attributes = List.copyOf(attributes);
            }
        }

        /** Deferred. */
        record MacroUse(Span span, String name) implements Enumerator {}

        /** Deferred. */
        record Undecided(Choice<Enumerator> choice) implements Enumerator {
            @Override
            public Span span() {
                return choice.span();
            }
        }
    }
}
