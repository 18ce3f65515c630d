package org.latebind.sema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.FileScope.Pragmas;
import org.latebind.sema.api.PragmaState;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;

/** Structs and unions, C11 6.7.2.1 with gcc's extensions. */
final class RecordBuilder {
    private final Unit unit;
    private final Set<RecordId> transparent = new HashSet<>();
    /** Those that want their initializers designated. */
    private final Set<RecordId> designated = new HashSet<>();
    private final Set<RecordId> bodied = new HashSet<>();

    RecordBuilder(Unit unit) {
        this.unit = unit;
    }

    Type specified(TypeSpecifier.Record syntax, Scope scope, Pragmas pragmas) {
        if (syntax.members().isEmpty()) {
            return new Type.Record(reference(syntax, scope));
        }
        var id = define(syntax, scope);
        if (!bodied.add(id)) {
            return new Type.Record(id);
        }
        var attributes = unit.attributes.read(syntax.attributes(), scope);
        Runnable body = () -> new Body(id, syntax, scope, pragmas, attributes).build();
        unit.registry.setBody(id, body);
        if (!scope.isFile()) {
            unit.registry.record(id);
        }
        return new Type.Record(id);
    }

    private RecordId reference(TypeSpecifier.Record syntax, Scope scope) {
        var tag = syntax.tag().orElse("");
        var found = scope.tag(tag);
        if (found.isPresent()) {
            if (found.get() instanceof Entity.Tag.OfRecord r && r.union() == syntax.union()) {
                return r.id();
            }
            unit.reports.error(Codes.TAG, syntax.span().at(), "'" + tag + "' is defined as a different kind of tag");
        }
        var id = newRecord(syntax, true);
        if (found.isEmpty()) {
            // Prototypes' own tags are taken for the file's: a declaration that follows means the same.
            var owner = unit.fileScope;
            owner.declareTag(tag, new Entity.Tag.OfRecord(id, syntax.union()));
        }
        return id;
    }

    private RecordId define(TypeSpecifier.Record syntax, Scope scope) {
        if (syntax.tag().isEmpty()) {
            return newRecord(syntax, scope.isFile());
        }
        var tag = syntax.tag().get();
        var here = scope.tagHere(tag);
        if (here.isPresent()) {
            if (here.get() instanceof Entity.Tag.OfRecord r && r.union() == syntax.union()) {
                if (!bodied.contains(r.id())) {
                    return r.id();
                }
                unit.reports.report(TypeBuilder.previous(Diagnostic.error(Codes.REDECLARED, syntax.span().at(),
                        "redefinition of '" + (syntax.union() ? "union " : "struct ") + tag + "'"),
                        unit.registry.peek(r.id()).at()));
                return newRecord(syntax, scope.isFile());
            }
            unit.reports.error(Codes.TAG, syntax.span().at(), "'" + tag + "' is defined as a different kind of tag");
        }
        var id = newRecord(syntax, scope.isFile());
        scope.declareTag(tag, new Entity.Tag.OfRecord(id, syntax.union()));
        return id;
    }

    private RecordId newRecord(TypeSpecifier.Record syntax, boolean ofFile) {
        return unit.registry.newRecord(syntax.union(), syntax.tag(), ofFile, syntax.span().at());
    }

    /** Whether the record has {@code designated_init}. */
    boolean wantsDesignators(RecordId id) {
        return designated.contains(id);
    }

    /** {@code transparent_union} on a typedef of the union. */
    void markTransparent(RecordId id) {
        transparent.add(id);
        var definition = unit.registry.peek(id);
        if (definition.complete()) {
            unit.registry.complete(withTransparency(definition));
        }
    }

    private static RecordDefinition withTransparency(RecordDefinition d) {
        return new RecordDefinition(
                d.id(), d.union(), d.tag(), d.complete(), d.members(), d.packed(), d.alignment(), d.pack(), true, d.at());
    }

    /** One body being read. */
    private final class Body {
        private final RecordId id;
        private final TypeSpecifier.Record syntax;
        private final Scope scope;
        private final PragmaState pragmas;
        private final AttributeSet attributes;
        private final List<RecordDefinition.Member> members = new ArrayList<>();
        private final Map<String, Position> names = new HashMap<>();

        Body(RecordId id, TypeSpecifier.Record syntax, Scope scope, Pragmas pragmas, AttributeSet attributes) {
            this.id = id;
            this.syntax = syntax;
            this.scope = scope;
            this.pragmas = new PragmaState(pragmas);
            this.attributes = attributes;
        }

        void build() {
            for (var member : syntax.members().orElseThrow()) {
                switch (member) {
                    case Specifiers.Member.Fields fields -> fields(fields);
                    case Specifiers.Member.Assertion assertion ->
                        unit.declarations.assertion(assertion.span(), assertion.condition(), assertion.message(), scope);
                    case Specifiers.Member.PragmaLine line -> pragmas.apply(line.text());
                    case Specifiers.Member.MacroUse use -> unknownMember(use.span().at(), use.name());
                    case Specifiers.Member.Undecided undecided -> unknownMember(undecided.span().at(), "#if");
                }
            }
            checkFlexibleArrays();
            if (attributes.designated()) {
                designated.add(id);
            }
            unit.registry.complete(new RecordDefinition(
                    id, syntax.union(), syntax.tag(), true, members, attributes.packed(), attributes.alignment(),
                    pragmas.current().pack(), attributes.transparent() || transparent.contains(id), syntax.span().at()));
        }

        private void unknownMember(Position at, String name) {
            unit.unbound(at, name);
            members.add(new RecordDefinition.Member(
                    Optional.empty(), QualifiedType.of(Types.UNKNOWN), -1, false, 0, at));
        }

        private void fields(Specifiers.Member.Fields fields) {
            if (unit.isDeferred()) {
                // What reads as an attribute may be a macro that declares members of its own.
                fields.specifiers().attributes().stream()
                        .filter(Attribute.MacroUse.class::isInstance)
                        .findFirst()
                        .ifPresent(macro -> unknownMember(macro.span().at(), "attribute"));
            }
            unit.specifierRules.ofMember(fields.specifiers());
            var base = unit.typeBuilder.specifiers(fields.specifiers(), scope, pragmas.current());
            if (fields.fields().isEmpty()) {
                anonymous(fields, base);
                return;
            }
            for (var field : fields.fields()) {
                if (field.width().isPresent()) {
                    unit.specifierRules.cannotBeAligned(fields.specifiers().attributes(), "bit-fields");
                }
                field(field, base);
            }
        }

        private void anonymous(Specifiers.Member.Fields fields, TypeBuilder.Base base) {
            var at = fields.span().at();
            if (fields.specifiers().type() instanceof TypeSpecifier.Record record) {
                boolean untagged = record.tag().isEmpty();
                if (untagged || unit.options.language().msExtensions()) {
                    addMember(Optional.empty(), base.type(), -1, base.attributes(), at);
                }
                // With a tag and no -fms-extensions it declares the tag only.
                return;
            }
            if (fields.specifiers().type() instanceof TypeSpecifier.Named
                    && base.type().type() instanceof Type.Record && unit.options.language().msExtensions()) {
                addMember(Optional.empty(), base.type(), -1, base.attributes(), at);
                return;
            }
            if (!(fields.specifiers().type() instanceof TypeSpecifier.Enum)) {
                unit.reports.warning(Codes.SPECIFIERS, at, "declaration does not declare anything");
            }
        }

        private void field(Specifiers.Field field, TypeBuilder.Base base) {
            var at = field.span().at();
            unit.specifierRules.noParameter(field.declarator());
            var declared = unit.typeBuilder.declarator(field.declarator(), base.type(), scope);
            var own = base.attributes().and(declared.attributes()).and(unit.attributes.read(field.attributes(), scope));
            var type = unit.typeBuilder.refined(declared.type(), base.attributes(), own, at);
            var name = field.declarator().name();
            int width = field.width().map(w -> width(w, type, name)).orElse(-1);
            if (width < 0) {
                checkMemberType(type, name, at);
            }
            addMember(name, type, width, own, at);
        }

        private void checkMemberType(QualifiedType type, Optional<String> name, Position at) {
            var shown = name.map(n -> "'" + n + "'").orElse("member");
            if (Types.isFunction(type.type())) {
                unit.reports.error(Codes.SPECIFIERS, at, shown + " is declared as a function in a struct or union");
            } else if (Types.isVariablyModified(type.type())) {
                unit.reports.unsupported(at, "a member of variable size");
            } else if (!(type.type() instanceof Type.Array a && a.length() instanceof ArrayLength.Incomplete)) {
                unit.requireComplete(type, at);
            }
        }

        private int width(org.latebind.syntax.api.Expression expression, QualifiedType type, Optional<String> name) {
            var what = "the width of bit-field" + name.map(n -> " '" + n + "'").orElse("");
            var at = expression.span().at();
            if (!Types.isInteger(type.type())) {
                if (!Types.isUnknown(type.type())) {
                    unit.reports.error(Codes.BIT_FIELD, at,
                            "a bit-field must have integer type, not " + unit.text.quoted(type));
                }
                return 1;
            }
            var value = unit.constants.require(expression, scope, what);
            if (value.isEmpty()) {
                return 1;
            }
            int limit = unit.types.width(type.type());
            if (value.get().signum() < 0 || value.get().compareTo(java.math.BigInteger.valueOf(limit)) > 0) {
                unit.reports.error(Codes.BIT_FIELD, at, what + " is " + value.get() + ", its type has " + limit + " bits");
                return 1;
            }
            int width = value.get().intValueExact();
            if (width == 0 && name.isPresent()) {
                unit.reports.error(Codes.BIT_FIELD, at, what + " is zero");
                return 1;
            }
            return width;
        }

        private void addMember(
                Optional<String> name, QualifiedType type, int width, AttributeSet own, Position at) {
            name.ifPresent(n -> nameMember(n, at));
            if (name.isEmpty() && width < 0 && type.type() instanceof Type.Record inner) {
                Members.names(unit.types.definition(inner), unit).forEach(n -> nameMember(n, at));
            }
            if (own.nonString()) {
                unit.registry.markNonString(id, members.size());
            }
            members.add(new RecordDefinition.Member(name, type, width, own.packed(), own.alignment(), at));
        }

        /** Those of anonymous members are the record's, too. */
        private void nameMember(String name, Position at) {
            var before = names.putIfAbsent(name, at);
            if (before != null) {
                unit.reports.report(TypeBuilder.previous(
                        Diagnostic.error(Codes.REDECLARED, at, "duplicate member '" + name + "'"), before));
            }
        }

        /** C11 6.7.2.1p18; gcc allows them in unions, and alone in a struct since 15. */
        private void checkFlexibleArrays() {
            if (syntax.union()) {
                return;
            }
            for (int i = 0; i < members.size() - 1; i++) {
                var member = members.get(i);
                if (member.type().type() instanceof Type.Array a && a.length() instanceof ArrayLength.Incomplete
                        && !unit.isDeferred()) {
                    unit.reports.error(Codes.SPECIFIERS, member.at(), "flexible array member is not at the end of the struct");
                }
            }
        }
    }
}
