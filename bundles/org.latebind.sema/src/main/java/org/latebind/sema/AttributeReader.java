package org.latebind.sema;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.gnuc.Effect;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.SymbolAttributes.Visibility;

/** Reads attribute lists; an attribute that is not known is ignored with a warning. */
final class AttributeReader {
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
        private boolean designated;
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
                    alignment, packed, transparent, designated, gnuInline, uninitialized, nonString, addressSpace, vectorBytes, mode,
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
            var known = GnuAttribute.named(attribute.name());
            if (known.isPresent()) {
                apply(known.get().effect(), attribute);
            } else if (!attribute.name().contains("::")) {
                ignored(attribute, "is not known and is ignored");
            }
        }

        /** Exhaustive, so that a new effect is not forgotten here. */
        private void apply(Effect effect, Attribute.Named attribute) {
            switch (effect) {
                case WARNINGS, INSTRUMENTATION, PROMISE, DONE_ANYWAY -> { }
                case OTHER_CONVENTION -> ignored(attribute, "is ignored: it is for 32-bit code");
                case REFUSED -> unit.reports.unsupported(attribute.span().at(), "attribute '" + attribute.name() + "'");
                case ALIGNED -> {
                    if (attribute.arguments().isEmpty()) {
                        alignment = Math.max(alignment, unit.options.dataModel().maxAlignment());
                    } else {
                        align(attribute.arguments().getFirst(), "'aligned'");
                    }
                }
                case VECTOR_SIZE -> vectorSize(attribute);
                case PACKED -> packed = true;
                case TRANSPARENT_UNION -> transparent = true;
                case DESIGNATED_INIT -> designated = true;
                case GNU_INLINE -> gnuInline = true;
                case NON_STRING -> nonString = true;
                case UNINITIALIZED -> uninitialized = true;
                case MODE -> mode = identifier(attribute);
                case CLEANUP -> cleanup = identifier(attribute)
                        .map(f -> new AttributeSet.Cleanup(f, attribute.span().at()));
                case SECTION -> section = string(attribute);
                case ALIAS -> alias = string(attribute);
                case VISIBILITY -> visibility = string(attribute).map(AttributeReader::visibility);
                case ERROR -> error = string(attribute);
                case WARNING -> warning = string(attribute);
                case TLS_MODEL -> {
                    if (string(attribute).filter("local-exec"::equals).isPresent()) {
                        flags.add(Flag.TLS_LOCAL_EXEC);
                    }
                }
                case COPY -> copy(attribute);
                case OPTIMIZE -> optimize(attribute);
                case PATCHABLE_ENTRY -> patchableEntry(attribute);
                case CONSTRUCTOR -> initializer(attribute, Flag.CONSTRUCTOR);
                case DESTRUCTOR -> initializer(attribute, Flag.DESTRUCTOR);
                case NO_COMMON -> {
                    if (unit.options.language().commonVariables()) {
                        unit.reports.unsupported(attribute.span().at(), "attribute 'nocommon' under -fcommon");
                    }
                }
                case WEAK -> flags.add(Flag.WEAK);
                case KEPT -> flags.add(Flag.USED);
                case UNUSED -> flags.add(Flag.UNUSED);
                case COLD -> flags.add(Flag.COLD);
                case HOT -> flags.add(Flag.HOT);
                case NO_RETURN -> flags.add(Flag.NORETURN);
                case NO_INLINE -> flags.add(Flag.NOINLINE);
                case ALWAYS_INLINE -> flags.add(Flag.ALWAYS_INLINE);
                case PURE -> flags.add(Flag.PURE);
                case CONST -> flags.add(Flag.CONST);
                case MALLOC -> flags.add(Flag.MALLOC);
                case RETURNS_TWICE -> flags.add(Flag.RETURNS_TWICE);
                case NAKED -> flags.add(Flag.NAKED);
                case NO_INSTRUMENT_FUNCTION -> flags.add(Flag.NO_INSTRUMENT_FUNCTION);
                case NO_STACK_PROTECTOR -> flags.add(Flag.NO_STACK_PROTECTOR);
                case NO_CF_CHECK -> flags.add(Flag.NO_CF_CHECK);
                case NO_CLONE -> flags.add(Flag.NO_CLONE);
                case FLATTEN -> flags.add(Flag.FLATTEN);
                case NO_PROFILE -> flags.add(Flag.NO_PROFILE);
                case WARN_UNUSED_RESULT -> flags.add(Flag.WARN_UNUSED_RESULT);
                case DEPRECATED -> flags.add(Flag.DEPRECATED);
                case FOREIGN_CALL -> flags.add(Flag.FOREIGN_CALL);
            }
        }

        private void ignored(Attribute.Named attribute, String why) {
            unit.reports.warning(
                    Codes.ATTRIBUTE, attribute.span().at(), "attribute '" + attribute.name() + "' " + why);
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
                unit.reports.unsupported(attribute.span().at(), "attribute 'patchable_function_entry' other than (0, 0)");
            }
        }

        private void initializer(Attribute.Named attribute, Flag flag) {
            if (!attribute.arguments().isEmpty()) {
                unit.reports.unsupported(attribute.span().at(), "a priority of attribute '" + attribute.name() + "'");
            }
            flags.add(flag);
        }

        private void align(Expression expression, String what) {
            unit.constants.require(expression, scope, "the argument of " + what).ifPresent(value -> {
                if (value.signum() < 0 || value.bitLength() > 29 || value.bitCount() > 1) {
                    unit.reports.error(Codes.ATTRIBUTE, expression.span().at(),
                            "alignment " + value + " is not a power of 2 below 2^29");
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
                    "wrong arguments of attribute '" + attribute.name() + "'");
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
