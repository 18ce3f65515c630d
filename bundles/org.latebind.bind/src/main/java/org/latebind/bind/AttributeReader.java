package org.latebind.bind;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            Map.entry("constructor", Flag.CONSTRUCTOR), Map.entry("destructor", Flag.DESTRUCTOR),
            Map.entry("no_instrument_function", Flag.NO_INSTRUMENT_FUNCTION),
            Map.entry("no_stack_protector", Flag.NO_STACK_PROTECTOR), Map.entry("nocf_check", Flag.NO_CF_CHECK),
            Map.entry("noclone", Flag.NO_CLONE), Map.entry("flatten", Flag.FLATTEN),
            Map.entry("no_profile_instrument_function", Flag.NO_PROFILE),
            Map.entry("returns_nonnull", Flag.RETURNS_NONNULL),
            Map.entry("warn_unused_result", Flag.WARN_UNUSED_RESULT), Map.entry("nodiscard", Flag.WARN_UNUSED_RESULT),
            Map.entry("deprecated", Flag.DEPRECATED), Map.entry("common", Flag.COMMON),
            Map.entry("ms_abi", Flag.MS_ABI), Map.entry("indirect_branch", Flag.INDIRECT_BRANCH_KEEP));

    /**
     * Attributes that change neither layout nor what the code does: hints to warnings, analysers,
     * sanitizers, instrumentation and optimisers. {@code counted_by} refines object sizes only.
     */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "access", "alloc_align", "alloc_size", "artificial", "assume_aligned", "bnd_instrument",
            "btf_decl_tag", "btf_type_tag", "cf_check", "context", "counted_by", "counted_by_ptr", "designated_init",
            "diagnose_as_builtin", "diagnose_if", "disable_sanitizer_instrumentation", "enum_extensibility",
            "fallthrough", "fd_arg", "fd_arg_read", "fd_arg_write", "flag_enum", "format", "format_arg", "gnu_printf",
            "leaf", "likely", "may_alias", "no_icf", "no_randomize_layout", "no_reorder", "no_sanitize",
            "no_sanitize_address", "no_sanitize_coverage", "no_sanitize_memory", "no_sanitize_thread",
            "no_sanitize_undefined", "no_address_safety_analysis", "no_split_stack", "nocommon", "noderef",
            "nonnull", "nonnull_if_nonzero", "noplt", "nothrow", "null_terminated_string_arg", "null",
            "overloadable", "pass_dynamic_object_size", "pass_object_size", "patchable_function_entry",
            "randomize_layout", "sentinel", "signal", "sized_by", "stack_protect", "strict_flex_array",
            "sysv_abi", "tainted_args", "unavailable", "unlikely", "unsequenced", "reproducible",
            "uninstrumented", "user", "warn_if_not_aligned", "zero_call_used_regs", "zero_sized", "no_plugin",
            "no_builtin", "optnone", "force", "iomem", "bitwise", "percpu", "rcu", "kernel", "safe", "must_hold",
            "type_tag", "nomips16", "noprofile", "no_caller_saved_registers", "function_return", "fentry_name",
            "fentry_section", "nodebug", "guarded_by", "pt_guarded_by", "capability", "lockable",
            "scoped_lockable", "acquire_capability", "acquire_shared_capability", "release_capability",
            "release_shared_capability", "release_generic_capability", "try_acquire_capability",
            "try_acquire_shared_capability", "requires_capability", "requires_shared_capability",
            "locks_excluded", "assert_capability", "assert_shared_capability", "no_thread_safety_analysis",
            "acquired_after", "acquired_before", "lock_returned");

    /** Attributes that would change what the code does, and that we cannot honour. */
    private static final Set<String> REFUSED = Set.of(
            "vector_size", "ifunc", "scalar_storage_order", "interrupt", "interrupt_handler", "symver",
            "target_clones", "ms_struct", "gcc_struct", "regparm", "stdcall", "fastcall",
            "thiscall", "cdecl", "hardbool", "strub", "ext_vector_type", "noinit", "persistent");

    /** Flags that {@code copy} takes over. */
    private static final Set<Flag> COPIED = Set.of(
            Flag.COLD, Flag.HOT, Flag.NORETURN, Flag.PURE, Flag.CONST, Flag.MALLOC, Flag.RETURNS_NONNULL,
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
        private boolean packed;
        private boolean transparent;
        private boolean gnuInline;
        private boolean uninitialized;
        private boolean weakReference;
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
                    alignment, packed, transparent, gnuInline, uninitialized, weakReference, nonString, addressSpace, mode,
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
                case "weakref" -> {
                    weakReference = true;
                    flags.add(Flag.WEAK);
                    if (!attribute.arguments().isEmpty()) {
                        alias = string(attribute);
                    }
                }
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
                case "target" -> unit.reports.unsupported(attribute.span().at(), "attribute 'target'");
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

        private void optimize(Attribute.Named attribute) {
            var text = attribute.arguments().isEmpty() ? Optional.<String>empty() : string(attribute);
            if (text.filter(t -> t.contains("no-stack-protector")).isPresent()) {
                flags.add(Flag.NO_STACK_PROTECTOR);
            }
        }

        private void other(Attribute.Named attribute) {
            var name = attribute.name();
            if (REFUSED.contains(name)) {
                unit.reports.unsupported(attribute.span().at(), "attribute '" + name + "'");
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
