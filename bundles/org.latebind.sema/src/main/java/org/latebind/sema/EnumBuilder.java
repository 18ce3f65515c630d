package org.latebind.sema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.typed.api.EnumDefinition;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.IntegerKind;

/** Enumerations, C11 6.7.2.2, with the representation gcc gives them. */
final class EnumBuilder {
    private final Unit unit;
    private final Set<EnumId> bodied = new HashSet<>();

    EnumBuilder(Unit unit) {
        this.unit = unit;
    }

    Type specified(TypeSpecifier.Enum syntax, Scope scope) {
        if (syntax.enumerators().isEmpty()) {
            return new Type.Enum(reference(syntax, scope));
        }
        var id = define(syntax, scope);
        if (bodied.add(id)) {
            build(id, syntax, scope);
        }
        return new Type.Enum(id);
    }

    private EnumId reference(TypeSpecifier.Enum syntax, Scope scope) {
        var tag = syntax.tag().orElse("");
        var found = scope.tag(tag);
        if (found.isPresent()) {
            if (found.get() instanceof Entity.Tag.OfEnum e) {
                return e.id();
            }
            unit.reports.error(Codes.TAG, syntax.span().at(), "'" + tag + "' is defined as a different kind of tag");
        }
        var id = newEnumeration(syntax, true);
        syntax.underlying().ifPresent(name -> complete(
                id, syntax, List.of(), unit.types.kind(unit.typeBuilder.typeName(name, scope).type())));
        if (found.isEmpty()) {
            unit.fileScope.declareTag(tag, new Entity.Tag.OfEnum(id));
        }
        return id;
    }

    private EnumId define(TypeSpecifier.Enum syntax, Scope scope) {
        if (syntax.tag().isEmpty()) {
            return newEnumeration(syntax, scope.isFile());
        }
        var tag = syntax.tag().get();
        var here = scope.tagHere(tag);
        if (here.isPresent() && here.get() instanceof Entity.Tag.OfEnum e) {
            if (!bodied.contains(e.id())) {
                return e.id();
            }
            unit.reports.report(TypeBuilder.previous(
                    Diagnostic.error(Codes.REDECLARED, syntax.span().at(), "redefinition of 'enum " + tag + "'"),
                    unit.registry.enumeration(e.id()).at()));
        } else if (here.isPresent()) {
            unit.reports.error(Codes.TAG, syntax.span().at(), "'" + tag + "' is defined as a different kind of tag");
        }
        var id = newEnumeration(syntax, scope.isFile());
        scope.declareTag(tag, new Entity.Tag.OfEnum(id));
        return id;
    }

    private EnumId newEnumeration(TypeSpecifier.Enum syntax, boolean ofFile) {
        return unit.registry.newEnumeration(syntax.tag(), ofFile, syntax.span().at());
    }

    private void build(EnumId id, TypeSpecifier.Enum syntax, Scope scope) {
        var attributes = unit.attributes.read(syntax.attributes(), scope);
        var constants = new ArrayList<EnumDefinition.Constant>();
        var next = BigInteger.ZERO;
        boolean known = true;
        for (var enumerator : syntax.enumerators().orElseThrow()) {
            if (!(enumerator instanceof Specifiers.Enumerator.Constant constant)) {
                unit.unbound(enumerator.span().at(), "enumerator");
                known = false;
                continue;
            }
            if (constant.value().isPresent()) {
                var value = unit.constants.require(
                        constant.value().get(), scope, "the value of enumerator '" + constant.name() + "'");
                known = value.isPresent();
                next = value.orElse(next);
            }
            if (known) {
                constants.add(new EnumDefinition.Constant(constant.name(), next, constant.span().at()));
                declare(constant, next, whileOpen(next), scope);
            } else {
                scope.declare(constant.name(), new Entity.Unresolved(constant.span().at()));
            }
            next = next.add(BigInteger.ONE);
        }
        var kind = representation(syntax, attributes, constants, scope);
        complete(id, syntax, constants, kind);
        for (var constant : syntax.enumerators().orElseThrow()) {
            if (constant instanceof Specifiers.Enumerator.Constant c
                    && scope.ordinaryHere(c.name()).orElse(null) instanceof Entity.Enumerator e
                    && !unit.types.fits(e.value(), IntegerKind.INT)) {
                scope.declare(c.name(), new Entity.Enumerator(e.value(), new Type.Enum(id), e.at()));
            }
        }
    }

    private void declare(Specifiers.Enumerator.Constant constant, BigInteger value, Type type, Scope scope) {
        checkNew(constant, scope);
        scope.declare(constant.name(), new Entity.Enumerator(value, type, constant.span().at()));
    }

    /** What is declared of a name by something else, be it before or after. */
    private void checkNew(Specifiers.Enumerator.Constant constant, Scope scope) {
        if (unit.isDeferred()) {
            return;
        }
        var name = constant.name();
        var other = scope.isFile() ? unit.file.ordinary(name) : scope.ordinaryHere(name);
        if (other.isEmpty() || other.get() instanceof Entity.Unresolved) {
            return;
        }
        var here = constant.span().at();
        var there = other.get().at();
        boolean later = there.file().equals(here.file()) && there.line() > here.line();
        unit.reports.report(TypeBuilder.previous(
                Diagnostic.error(Codes.REDECLARED, later ? there : here, "'" + name + "' is redeclared as a different kind of symbol"),
                later ? here : there));
    }

    /** Until the closing brace a constant beyond int has the first type that holds it. */
    private Type whileOpen(BigInteger value) {
        for (var kind : new IntegerKind[] {
            IntegerKind.INT, IntegerKind.UNSIGNED_INT, IntegerKind.LONG, IntegerKind.UNSIGNED_LONG,
            IntegerKind.LONG_LONG, IntegerKind.UNSIGNED_LONG_LONG}) {
            if (unit.types.fits(value, kind)) {
                return new Type.Integer(kind);
            }
        }
        return new Type.Integer(IntegerKind.UNSIGNED_LONG_LONG);
    }

    private IntegerKind representation(
            TypeSpecifier.Enum syntax, AttributeSet attributes, List<EnumDefinition.Constant> constants, Scope scope) {
        if (syntax.underlying().isPresent()) {
            var type = unit.typeBuilder.typeName(syntax.underlying().get(), scope).type();
            return Types.isInteger(type) ? unit.types.kind(type) : IntegerKind.INT;
        }
        boolean negative = constants.stream().anyMatch(c -> c.value().signum() < 0);
        int bits = constants.stream().mapToInt(c -> c.value().bitLength()).max().orElse(0);
        if (bits + (negative ? 1 : 0) > unit.types.width(IntegerKind.UNSIGNED_LONG_LONG)) {
            unit.reports.error(Codes.ENUMERATOR, syntax.span().at(), "no integer type holds all enumerators");
            return IntegerKind.LONG;
        }
        var basic = unit.options.dataModel().enumType(negative, bits, attributes.packed());
        var kind = IntegerKind.valueOf(basic.name());
        return attributes.mode()
                .map(mode -> unit.types.kind(unit.typeBuilder.refined(
                        org.latebind.typed.api.QualifiedType.of(new Type.Integer(kind)), AttributeSet.NONE, attributes,
                        syntax.span().at()).type()))
                .orElse(kind);
    }

    private void complete(
            EnumId id, TypeSpecifier.Enum syntax, List<EnumDefinition.Constant> constants, IntegerKind kind) {
        unit.registry.complete(
                new EnumDefinition(id, syntax.tag(), true, kind, constants, syntax.span().at()));
    }
}
