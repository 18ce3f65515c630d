package org.latebind.sema;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.SymbolAttributes.Visibility;

/** Reads attribute lists. What is neither heeded nor on the list of those without meaning is told. */
final class AttributeReader {
    /** Attributes that set a flag and have no arguments that matter. */
    private static final Map<String, Flag> FLAGS = Map.ofEntries(
            Map.entry("weak", Flag.WEAK), Map.entry("used", Flag.USED), Map.entry("retain", Flag.USED),
            Map.entry("externally_visible", Flag.USED), Map.entry("unused", Flag.UNUSED),
            Map.entry("maybe_unused", Flag.UNUSED), Map.entry("cold", Flag.COLD), Map.entry("hot", Flag.HOT),
            Map.entry("noreturn", Flag.NORETURN), Map.entry("_Noreturn", Flag.NORETURN),
            Map.entry("noinline", Flag.NOINLINE), Map.entry("noipa", Flag.NOINLINE),
            Map.entry("always_inline", Flag.ALWAYS_INLINE), Map.entry("pure", Flag.PURE),
            Map.entry("const", Flag.CONST), Map.entry("malloc", Flag.MALLOC),
            Map.entry("returns_twice", Flag.RETURNS_TWICE), Map.entry("naked", Flag.NAKED),
            Map.entry("no_instrument_function", Flag.NO_INSTRUMENT_FUNCTION),
            Map.entry("no_stack_protector", Flag.NO_STACK_PROTECTOR), Map.entry("nocf_check", Flag.NO_CF_CHECK),
            Map.entry("noclone", Flag.NO_CLONE), Map.entry("flatten", Flag.FLATTEN),
            Map.entry("no_profile_instrument_function", Flag.NO_PROFILE),
            Map.entry("warn_unused_result", Flag.WARN_UNUSED_RESULT), Map.entry("nodiscard", Flag.WARN_UNUSED_RESULT),
            Map.entry("deprecated", Flag.DEPRECATED), Map.entry("ms_abi", Flag.FOREIGN_CALL));

    /**
     * Attributes that gcc or sparse know and that we pass over, since they change neither layout nor what
     * the code does:
     *
     * <ul>
     *   <li>what warnings, analysers and sparse look at;
     *   <li>what sanitizers, plugins and profilers look at: none of them runs here;
     *   <li>promises to the optimiser, which need not be believed: {@code nonnull}, {@code alloc_align};
     *       {@code alloc_size} and {@code counted_by} make an object's size known, and an unknown size is
     *       what checks allow for;
     *   <li>{@code may_alias}: no access is ever told apart by its type;
     *   <li>{@code noplt}, {@code no_split_stack}, {@code no_reorder}, {@code nothrow}, {@code cf_check},
     *       {@code sysv_abi}: ask for what is done anyway.
     * </ul>
     */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            // Warnings and analysers.
            "access", "artificial", "context", "designated_init", "fallthrough", "fd_arg", "fd_arg_read",
            "fd_arg_write", "format", "format_arg", "gnu_printf", "null_terminated_string_arg", "sentinel",
            "tainted_args", "unavailable", "warn_if_not_aligned", "strict_flex_array", "flag_enum",
            "enum_extensibility", "btf_decl_tag", "btf_type_tag", "noderef", "bitwise", "force", "user", "safe",
            "nocast", "nonnull_if_nonzero", "no_dangling", "zero_sized",
            // Sanitizers, plugins, profilers.
            "no_sanitize", "no_sanitize_address", "no_sanitize_coverage", "no_sanitize_memory",
            "no_sanitize_thread", "no_sanitize_undefined", "no_address_safety_analysis",
            "disable_sanitizer_instrumentation", "latent_entropy", "no_randomize_layout", "randomize_layout",
            "no_stack_limit", "stackleak",
            // Promises.
            "alloc_align", "alloc_size", "assume_aligned", "counted_by", "leaf", "likely", "unlikely", "nonnull",
            "returns_nonnull", "unsequenced", "reproducible", "no_icf",
            // What is done anyway.
            "may_alias", "noplt", "no_split_stack", "no_reorder", "nothrow", "cf_check", "sysv_abi");

    /** Calling conventions of 32-bit x86 only: gcc ignores them elsewhere, and says so. */
    private static final Set<String> IGNORED = Set.of("regparm", "stdcall", "fastcall", "thiscall", "cdecl");

    /** Attributes that would change what the code does or where it lies, and that we cannot honour. */
    private static final Set<String> REFUSED = Set.of(
            "ifunc", "scalar_storage_order", "interrupt", "interrupt_handler", "signal", "symver",
            "target", "target_clones", "ms_struct", "gcc_struct", "hardbool", "strub", "noinit", "persistent", "weakref", "indirect_branch",
            "function_return", "stack_protect", "zero_call_used_regs", "no_caller_saved_registers",
            "fentry_name", "fentry_section", "common", "simd",
            "force_align_arg_pointer", "callee_pop_aggregate_return");

    /** Arguments of {@code optimize} that leave what C means as it is. */
    private static final Pattern OPTIMIZATIONS = Pattern.compile("O?[0-3sg]?|Ofast|no-(?!wrapv|trapv|signed).*"
            + "|(tree|ipa|inline|unroll|align|sched|schedule|reorder|split|gcse|peel|prefetch|rerun|expensive)-.*"
            + "|omit-frame-pointer|optimize-sibling-calls|wrapv|strict-aliasing|strict-overflow|inline|gcse|ivopts"
            + "|(delete-null-pointer-checks)");

    /** Flags that {@code copy} takes over. */
    private static final Set<Flag> COPIED = Set.of(
            Flag.COLD, Flag.HOT, Flag.NORETURN, Flag.PURE, Flag.CONST, Flag.MALLOC,
            Flag.WARN_UNUSED_RESULT);

    private final Unit unit;

    AttributeReader(Unit unit) {
        this.unit = unit;
    }

    AttributeSet read(List<Attribute> attributes, Scope scope) {
        if (attributes.isEmpty()) {
            return AttributeSet.NONE;
        }
        var reading = new Reading(scope);
        attributes.forEach(reading::read);
        return reading.result();
    }

    private final class Reading {
        private final Scope scope;
        private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        private int alignment;
        private int addressSpace;
        private int vectorBytes;
        private boolean packed;
        private boolean transparent;
        private boolean gnuInline;
        private boolean uninitialized;
        private boolean nonString;
        private Optional<String> mode = Optional.empty();
        private Optional<AttributeSet.Cleanup> cleanup = Optional.empty();
        private Optional<String> section = Optional.empty();
        private Optional<String> alias = Optional.empty();
        private Optional<Visibility> visibility = Optional.empty();
        private Optional<String> error = Optional.empty();
        private Optional<String> warning = Optional.empty();

        Reading(Scope scope) {
            this.scope = scope;
        }

        AttributeSet result() {
            return new AttributeSet(
                    alignment, packed, transparent, gnuInline, uninitialized, nonString, addressSpace, vectorBytes, mode,
                    cleanup, section, alias, visibility, error, warning, flags);
        }

        void read(Attribute attribute) {
            switch (attribute) {
                case Attribute.Named named -> named(named);
                case Attribute.AlignAs align -> alignAs(align);
                case Attribute.AddressSpace space ->
                    addressSpace = unit.options.addressSpaces().getOrDefault(space.name(), 0);
                case Attribute.MacroUse use -> unit.unbound(use.span().at(), use.name());
            }
        }

        private void alignAs(Attribute.AlignAs align) {
            align.alignment().ifPresent(e -> align(e, "_Alignas"));
            align.type().ifPresent(name -> {
                var type = unit.typeBuilder.typeName(name, scope);
                if (!unit.dependsOnUnknown(type) && unit.requireComplete(type, name.span().at())) {
                    alignment = Math.max(alignment, unit.layouts.alignOf(type));
                }
            });
        }

        private void named(Attribute.Named attribute) {
            var name = attribute.name();
            var flag = FLAGS.get(name);
            if (flag != null) {
                flags.add(flag);
                return;
            }
            switch (name) {
                case "aligned" -> {
                    if (attribute.arguments().isEmpty()) {
                        alignment = Math.max(alignment, unit.options.dataModel().maxAlignment());
                    } else {
                        align(attribute.arguments().getFirst(), "'aligned'");
                    }
                }
                case "vector_size" -> vectorSize(attribute);
                case "packed" -> packed = true;
                case "transparent_union" -> transparent = true;
                case "gnu_inline" -> gnuInline = true;
                case "nonstring" -> nonString = true;
                case "uninitialized" -> uninitialized = true;
                case "mode" -> mode = identifier(attribute);
                case "cleanup" -> cleanup = identifier(attribute)
                        .map(f -> new AttributeSet.Cleanup(f, attribute.span().at()));
                case "section" -> section = string(attribute);
                case "alias" -> alias = string(attribute);
                case "visibility" -> visibility = string(attribute).map(AttributeReader::visibility);
                case "error" -> error = string(attribute);
                case "warning" -> warning = string(attribute);
                case "tls_model" -> {
                    if (string(attribute).filter("local-exec"::equals).isPresent()) {
                        flags.add(Flag.TLS_LOCAL_EXEC);
                    }
                }
                case "copy" -> copy(attribute);
                case "optimize" -> optimize(attribute);
                case "patchable_function_entry" -> patchableEntry(attribute);
                case "constructor", "destructor" -> initialiser(attribute);
                case "nocommon" -> {
                    if (unit.options.language().commonVariables()) {
                        unit.reports.unsupported(attribute.span().at(), "attribute 'nocommon' under -fcommon");
                    }
                }
                default -> other(attribute);
            }
        }

        /** What another function promises of itself; not how it is linked or inlined. */
        private void copy(Attribute.Named attribute) {
            if (attribute.arguments().size() == 1
                    && Expressions.withoutParentheses(attribute.arguments().getFirst()) instanceof Expression.Name name
                    && unit.file.ordinary(name.name()).orElse(null) instanceof FunctionEntity function) {
                function.attributes.flags().stream().filter(COPIED::contains).forEach(flags::add);
            }
        }

        /**
         * Levels and passes change how code is made and not what it does. Of flags that change what C means
         * only those are taken that ask for what is done anyway.
         */
        private void optimize(Attribute.Named attribute) {
            for (var argument : attribute.arguments()) {
                if (Expressions.withoutParentheses(argument) instanceof Expression.Text text) {
                    unit.literals.plainText(text).stream()
                            .flatMap(t -> Stream.of(t.split(","))).forEach(t -> optimize(t, attribute));
                } else if (unit.constants.require(argument, scope, "the argument of 'optimize'").isEmpty()) {
                    return;
                }
            }
        }

        private void optimize(String option, Attribute.Named attribute) {
            var name = option.startsWith("-f") ? option.substring(2) : option.startsWith("-") ? option.substring(1) : option;
            if (name.equals("no-stack-protector")) {
                flags.add(Flag.NO_STACK_PROTECTOR);
            } else if (!OPTIMIZATIONS.matcher(name).matches()) {
                unit.reports.unsupported(attribute.span().at(), "attribute 'optimize(\"" + option + "\")'");
            }
        }

        private void patchableEntry(Attribute.Named attribute) {
            boolean none = !attribute.arguments().isEmpty() && attribute.arguments().stream().allMatch(a ->
                    unit.constants.require(a, scope, "an argument of 'patchable_function_entry'")
                            .filter(v -> v.signum() == 0).isPresent());
            if (none) {
                flags.add(Flag.NO_PATCHABLE_ENTRY);
            } else {
                unit.reports.unsupported(attribute.span().at(), "attribute 'patchable_function_entry' but for (0, 0)");
            }
        }

        private void initialiser(Attribute.Named attribute) {
            if (!attribute.arguments().isEmpty()) {
                unit.reports.unsupported(attribute.span().at(), "a priority of attribute '" + attribute.name() + "'");
            }
            flags.add(attribute.name().equals("constructor") ? Flag.CONSTRUCTOR : Flag.DESTRUCTOR);
        }

        private void other(Attribute.Named attribute) {
            var name = attribute.name();
            if (REFUSED.contains(name)) {
                unit.reports.unsupported(attribute.span().at(), "attribute '" + name + "'");
            } else if (IGNORED.contains(name)) {
                unit.reports.warning(Codes.ATTRIBUTE, attribute.span().at(), "attribute '" + name + "' is ignored");
            } else if (!WITHOUT_MEANING.contains(name) && !name.contains("::")) {
                unit.reports.warning(Codes.ATTRIBUTE, attribute.span().at(),
                        "attribute '" + name + "' is not known and is ignored");
            }
        }

        private void align(Expression expression, String what) {
            unit.constants.require(expression, scope, "the argument of " + what).ifPresent(value -> {
                if (value.signum() < 0 || value.bitLength() > 29 || value.bitCount() > 1) {
                    unit.reports.error(Codes.ATTRIBUTE, expression.span().at(),
                            "alignment " + value + " is not a power of two below 2^29");
                } else {
                    alignment = Math.max(alignment, value.intValueExact());
                }
            });
        }

        private void vectorSize(Attribute.Named attribute) {
            if (attribute.arguments().size() != 1) {
                malformed(attribute);
                return;
            }
            var size = attribute.arguments().getFirst();
            unit.constants.require(size, scope, "the argument of 'vector_size'").ifPresent(value -> {
                if (value.signum() <= 0 || value.bitLength() > 28) {
                    unit.reports.error(Codes.ATTRIBUTE, size.span().at(), "a vector cannot have " + value + " bytes");
                } else {
                    vectorBytes = value.intValueExact();
                }
            });
        }

        private Optional<String> identifier(Attribute.Named attribute) {
            if (attribute.arguments().size() == 1 && attribute.arguments().getFirst() instanceof Expression.Name n) {
                var name = n.name();
                boolean underscored = !attribute.name().equals("cleanup") && name.length() > 4
                        && name.startsWith("__") && name.endsWith("__");
                return Optional.of(underscored ? name.substring(2, name.length() - 2) : name);
            }
            return malformed(attribute);
        }

        private Optional<String> string(Attribute.Named attribute) {
            if (attribute.arguments().size() >= 1) {
                var argument = Expressions.withoutParentheses(attribute.arguments().getFirst());
                if (argument instanceof Expression.Text text) {
                    return unit.literals.plainText(text);
                }
            }
            return malformed(attribute);
        }

        private Optional<String> malformed(Attribute.Named attribute) {
            unit.reports.error(Codes.ATTRIBUTE, attribute.span().at(),
                    "the arguments of attribute '" + attribute.name() + "' are not what it takes");
            return Optional.empty();
        }
    }

    private static Visibility visibility(String name) {
        return switch (name) {
            case "hidden" -> Visibility.HIDDEN;
            case "protected" -> Visibility.PROTECTED;
            case "internal" -> Visibility.INTERNAL;
            default -> Visibility.DEFAULT;
        };
    }
}
