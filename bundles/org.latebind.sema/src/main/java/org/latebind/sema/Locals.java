package org.latebind.sema;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.FileScope.Pragmas;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.Storage;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedStatement;

/** Declarations in blocks: objects, statics, typedefs, tags; with linkage they go to {@link Declarations}. */
final class Locals {
    private final Unit unit;
    private final FunctionContext context;

    Locals(Unit unit, FunctionContext context) {
        this.unit = unit;
        this.context = context;
    }

    void declare(Declaration.Simple declaration, Scope scope, List<TypedStatement> items) {
        var specifiers = declaration.specifiers();
        if (declaration.declarators().isEmpty() && declareTagAlone(specifiers, scope)) {
            return;
        }
        unit.specifierRules.inBlock(specifiers);
        var base = unit.typeBuilder.specifiers(specifiers, scope, Pragmas.NONE);
        for (var declarator : declaration.declarators()) {
            declare(declarator, specifiers, base, scope, items);
        }
        items.addAll(Statements.declareSizes(context));
    }

    /** {@code struct s;} hides an outer tag, C11 6.7.2.3p7. */
    private boolean declareTagAlone(Specifiers specifiers, Scope scope) {
        if (specifiers.type() instanceof TypeSpecifier.Record r && r.members().isEmpty() && r.tag().isPresent()) {
            if (scope.tagHere(r.tag().get()).isEmpty()) {
                var id = unit.registry.newRecord(r.union(), r.tag(), scope.isFile(), r.span().at());
                scope.declareTag(r.tag().get(), new Entity.Tag.OfRecord(id, r.union()));
            }
            return true;
        }
        return false;
    }

    private void declare(
            Declaration.InitDeclarator declarator, Specifiers specifiers, TypeBuilder.Base base, Scope scope,
            List<TypedStatement> items) {
        var name = declarator.declarator().name();
        if (name.isEmpty()) {
            return;
        }
        var storage = specifiers.storage();
        if (base.auto()) {
            automatic(name.get(), declarator, specifiers, base, scope, items);
            return;
        }
        unit.specifierRules.noParameter(declarator.declarator());
        var declared = unit.typeBuilder.declarator(declarator.declarator(), base.type(), scope);
        items.addAll(Statements.declareSizes(context));
        var attributes = base.attributes().and(declared.attributes())
                .and(unit.attributes.read(declarator.attributes(), scope));
        var type = unit.typeBuilder.refined(declared.type(), base.attributes(), attributes, declarator.span().at());
        if (storage.contains(Storage.TYPEDEF)) {
            declareTypedef(name.get(), unit.declarations.typedefType(type, attributes), declarator, specifiers, scope);
        } else if (storage.contains(Storage.EXTERN) || Types.isFunction(type.type())) {
            if (Types.isFunction(type.type())) {
                unit.specifierRules.functionInBlock(specifiers);
            }
            scope.declare(name.get(), unit.declarations.declareInBlock(name.get(), base, specifiers, declarator, scope));
        } else if (storage.contains(Storage.STATIC)) {
            declareStatic(name.get(), type, attributes, declarator, storage.contains(Storage.THREAD_LOCAL), scope);
        } else {
            declareObject(name.get(), type, attributes, declarator, specifiers, scope, items);
        }
    }

    private void declareTypedef(
            String name, QualifiedType type, Declaration.InitDeclarator declarator, Specifiers specifiers, Scope scope) {
        var at = declarator.span().at();
        if (!(scope.ordinaryHere(name).orElse(null) instanceof Entity.Typedef before
                && unit.compatibility.compatible(before.type(), type))) {
            checkNew(name, scope, at);
        }
        unit.specifierRules.cannotBeAligned(specifiers.attributes(), "types");
        if (declarator.initializer().isPresent()) {
            unit.reports.error(Codes.INITIALIZER, at, "a typedef cannot have an initializer");
        }
        scope.declare(name, new Entity.Typedef(type, at));
    }

    private void checkNew(String name, Scope scope, Position at) {
        var before = scope.ordinaryHere(name);
        if (before.isPresent() && !(before.get() instanceof Entity.Unresolved)) {
            unit.reports.report(TypeBuilder.previous(
                    Diagnostic.error(Codes.REDECLARED, at, "redeclaration of '" + name + "'"), before.get().at()));
        }
    }

    private void declareStatic(
            String name, QualifiedType type, AttributeSet attributes, Declaration.InitDeclarator declarator,
            boolean threadLocal, Scope scope) {
        var at = declarator.span().at();
        checkNew(name, scope, at);
        if (Types.isVariablyModified(type.type())) {
            unit.reports.error(Codes.NOT_CONSTANT, at, "static '" + name + "' has a size that is not constant");
            type = QualifiedType.of(Types.UNKNOWN);
        }
        var variable = new VariableEntity(name, type, at);
        variable.linkName = context.function.name + "." + name + "." + context.nextStatic();
        variable.linkage = Linkage.INTERNAL;
        variable.defined = true;
        variable.threadLocal = threadLocal;
        variable.attributes = attributes;
        label(declarator).ifPresent(l -> variable.linkName = l);
        scope.declare(name, variable);
        declarator.initializer().ifPresent(
                value -> variable.pending = Optional.of(new VariableEntity.Pending(value, scope)));
        unit.initializers.analyzePending(variable);
        if (!Types.isUnknown(variable.type.type())) {
            unit.requireComplete(variable.type, at);
        }
        if (attributes.is(Flag.USED)
                || attributes.section().isPresent()) {
            unit.reference(variable);
        }
    }

    private Optional<String> label(Declaration.InitDeclarator declarator) {
        return declarator.asmLabel()
                .map(Expressions::withoutParentheses)
                .filter(Expression.Text.class::isInstance)
                .flatMap(e -> unit.literals.plainText((Expression.Text) e));
    }

    private void declareObject(
            String name, QualifiedType declared, AttributeSet attributes, Declaration.InitDeclarator declarator,
            Specifiers specifiers, Scope scope, List<TypedStatement> items) {
        var at = declarator.span().at();
        checkNew(name, scope, at);
        if (Types.isVariablyModified(declared.type())) {
            // A label after this cannot be jumped to from before it.
            context.labels.enterBarrier();
        }
        boolean register = specifiers.storage().contains(Storage.REGISTER);
        unit.specifierRules.notOnFunction(specifiers);
        if (register) {
            unit.specifierRules.cannotBeAligned(specifiers.attributes(), "register variables");
        } else {
            unit.specifierRules.alignment(specifiers.attributes(), attributes.alignment(), declared);
        }
        var id = context.addLocal(
                Optional.of(name), declared, attributes.alignment(), register ? label(declarator) : Optional.empty(),
                cleanup(attributes, at), attributes.uninitialized(), at);
        if (attributes.nonString()) {
            context.nonStrings.add(id);
        }
        if (register) {
            context.registers.add(id);
        }
        scope.declare(name, new Entity.Local(id, declared, register, at));
        var type = declared;
        Optional<TypedInitializer> value = Optional.empty();
        if (declarator.initializer().isPresent()) {
            context.write(new Lvalue.Local(id, declared, at));
            var result = unit.initializers.read(declared, declarator.initializer().get(), scope);
            type = result.type();
            value = result.value();
            context.retype(id, type);
            scope.declare(name, new Entity.Local(id, type, register, at));
        }
        if (!Types.isUnknown(type.type()) && !unit.requireComplete(type, at)) {
            scope.declare(name, new Entity.Local(id, QualifiedType.of(Types.UNKNOWN), register, at));
            context.retype(id, QualifiedType.of(Types.UNKNOWN));
        }
        items.addAll(Statements.declareSizes(context));
        items.add(new TypedStatement.Declare(id, new Lvalue.LocalInitializer(value), at));
    }

    /** {@code __auto_type x = e;}: the type of the value. */
    private void automatic(
            String name, Declaration.InitDeclarator declarator, Specifiers specifiers, TypeBuilder.Base base,
            Scope scope, List<TypedStatement> items) {
        var at = declarator.span().at();
        if (!(declarator.initializer().orElse(null) instanceof Initializer.Single single)) {
            unit.reports.error(Codes.SPECIFIERS, at, "'__auto_type' needs a single expression as its initializer");
            scope.declare(name, new Entity.Unresolved(at));
            return;
        }
        var operand = unit.expressions.analyze(single.value(), scope);
        var value = unit.conversions.value(operand);
        items.addAll(Statements.declareSizes(context));
        var attributes = base.attributes().and(unit.attributes.read(declarator.attributes(), scope));
        unit.conversions.refuseBitField(operand, "'__auto_type'", at);
        if (Types.isVoid(value.type())) {
            unit.reports.error(Codes.SPECIFIERS, at, "'" + name + "' would have type void");
            value = Types.unknownValue(at);
        }
        var type = Types.qualified(
                QualifiedType.of(value.type()), TypeBuilder.qualifiers(specifiers.qualifiers()), 0);
        if (specifiers.storage().contains(Storage.STATIC)) {
            declareStatic(name, type, attributes, declarator, false, scope);
            return;
        }
        checkNew(name, scope, at);
        var id = context.addLocal(
                Optional.of(name), type, attributes.alignment(), Optional.empty(), cleanup(attributes, at),
                attributes.uninitialized(), at);
        scope.declare(name, new Entity.Local(id, type, false, at));
        items.add(new TypedStatement.Declare(id, new Lvalue.LocalInitializer(
                Optional.of(new TypedInitializer.Single(value))), at));
    }

    private Optional<FunctionId> cleanup(AttributeSet attributes, Position at) {
        return attributes.cleanup().flatMap(cleanup -> {
            if (unit.file.ordinary(cleanup.function()).orElse(null) instanceof FunctionEntity function) {
                return Optional.of(unit.reference(function));
            }
            if (!unit.isDeferred()) {
                unit.reports.error(Codes.ATTRIBUTE, cleanup.at(), "'cleanup' does not name a function: '" + cleanup.function() + "'");
            }
            return Optional.empty();
        });
    }
}
