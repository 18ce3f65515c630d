package org.latebind.syntax.api;

import java.util.List;

/**
 * One item of a module file, as {@code compile} reads it: macros unexpanded, conditionals undecided.
 *
 * <p>The items of a file, in order, cover its tokens without gap or overlap; those of a branch cover
 * the branch. So an item's tokens can always take the place of its tree.
 *
 * @param span the token region; indices count in the file's tokens
 * @param defines names the item defines at file scope or as macros; tags are spelled {@code struct x}
 * @param uses identifiers of the region that it does not define or declare inside; any may be a macro
 */
public record DeferredItem(Span span, Kind kind, List<String> defines, List<String> uses, Form form) implements Node {

    /** What an item is, as far as it can be told without the kernel's headers. */
    public enum Kind {
        /** A function definition or prototype. */
        FUNCTION,
        VARIABLE,
        /** A typedef, or tags alone. */
        TYPE,
        MACRO_DEFINITION,
        /** A macro in place of a declaration: {@code module_init(f);}. */
        MACRO_USE,
        INCLUDE,
        /** {@code #undef}, {@code #pragma}, {@code #error} and other directives. */
        DIRECTIVE,
        CONDITIONAL,
        ASSERTION,
        ASM,
        /** A stray {@code ;}. */
        EMPTY,
        /** Tokens that no form could be given to. */
        UNKNOWN
    }

    /** How much of an item is more than tokens. */
    public sealed interface Form {
        /**
         * A tree; may hold deferred nodes.
         *
         * @param assumptions what must hold on the target for the tree to be right
         */
        record Structured(Declaration tree, List<Assumption> assumptions) implements Form {
            public Structured {
                assumptions = List.copyOf(assumptions);
            }
        }

        /** A directive other than a conditional: its line says all. */
        record Directive() implements Form {}

        /** A conditional whose branches hold complete items. */
        record Conditional(List<ItemBranch> branches) implements Form {
            public Conditional {
                branches = List.copyOf(branches);
            }
        }

        /**
         * Only tokens: a conditional cuts through, or macros hide what it is.
         *
         * @param reason for people, {@code "a conditional divides the parameters"}
         */
        record TokensOnly(String reason) implements Form {}
    }

    /**
     * One group of a conditional item.
     *
     * @param directive tokens of the directive line from its name on ({@code ifdef X}, {@code else})
     */
    public record ItemBranch(Span directive, List<DeferredItem> items) {
        public ItemBranch {
            Span.requireDirective(directive);
            items = List.copyOf(items);
        }
    }

    /** What a tree takes for granted about a name that the module does not declare. */
    public record Assumption(Sort sort, String name, Span where) {
        /** What the name is taken for. */
        public enum Sort {
            /** A typedef name: {@code T *x;} declares x. */
            TYPE,
            /** No type: {@code (T)(x)} is a call. */
            VALUE
        }
    }

    public DeferredItem {
        defines = List.copyOf(defines);
        uses = List.copyOf(uses);
    }
}
