package org.latebind.sema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.FileScope.Pragmas;
import org.latebind.sema.api.PermissiveError;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Declarator;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedStatement;

/** Function definitions, C11 6.9.1. */
final class FunctionBodies {
    private final Unit unit;

    FunctionBodies(Unit unit) {
        this.unit = unit;
    }

    void analyze(FunctionEntity function) {
        if (function.body.isPresent()) {
            return;
        }
        var syntax = function.definition.orElseThrow().syntax();
        var declarator = TypeBuilder.functionDeclarator(syntax.declarator());
        if (declarator.isEmpty()) {
            unit.reports.error(Codes.SPECIFIERS, syntax.span().at(),
                    "the parameters of '" + function.name + "' must be named in its definition");
            return;
        }
        var context = new FunctionContext(unit, function);
        var result = function.type.result();
        if (!Types.isVoid(result.type()) && !unit.requireComplete(result, syntax.span().at())) {
            return;
        }
        var prologue = new ArrayList<TypedStatement>();
        var outer = unit.typeBuilder.parameters(declarator.get(), unit.fileScope).scope();
        var scope = outer.inner(context);
        var parameters = declarator.get().prototype() || declarator.get().identifiers().isEmpty()
                ? prototype(declarator.get(), context, scope, prologue)
                : oldStyle(declarator.get(), syntax, context, scope, prologue);
        var block = new Statements(unit, context).functionBlock(syntax.body(), scope, prologue);
        context.labels.finish();
        context.refuseUnwritten();
        function.body = Optional.of(new TypedFunction.Body(
                parameters, List.copyOf(context.locals()), context.labels.count(), block));
    }

    private List<LocalId> prototype(
            Declarator.Function declarator, FunctionContext context, Scope scope, List<TypedStatement> prologue) {
        var ids = new ArrayList<LocalId>();
        for (var known : unit.typeBuilder.parameters(declarator, unit.fileScope).list()) {
            var parameter = known.variable() ? unit.typeBuilder.parameter(known.syntax(), scope) : known;
            prologue.addAll(Statements.declareSizes(context));
            var at = parameter.syntax().span().at();
            if (parameter.name().isEmpty() && !unit.options.language().dialect().isC23OrLater()
                    && unit.options.language().gcc().major() < 11) {
                unit.reports.error(Codes.SPECIFIERS, at, "a parameter of a definition has no name");
            }
            unit.requireComplete(parameter.type(), at);
            ids.add(declareParameter(
                    parameter.name(), parameter.type(), parameter.attributes(), parameter.register(), context, scope, at));
        }
        return ids;
    }

    private LocalId declareParameter(
            Optional<String> name, QualifiedType type, AttributeSet attributes, boolean register,
            FunctionContext context, Scope scope, Position at) {
        var id = context.addLocal(
                name, type, attributes.alignment(), Optional.empty(), Optional.empty(), true, at);
        name.ifPresent(n -> scope.declare(n, new Entity.Local(id, type, register, at)));
        return id;
    }

    /** Declarations between the declarator and the body give the types; what none names is int. */
    private List<LocalId> oldStyle(
            Declarator.Function declarator, Declaration.Function syntax, FunctionContext context, Scope scope,
            List<TypedStatement> prologue) {
        var declared = new HashMap<String, QualifiedType>();
        for (var declaration : syntax.parameterDeclarations()) {
            if (declaration instanceof Declaration.Simple simple) {
                oldStyleDeclaration(simple, scope, declared);
            }
        }
        var ids = new ArrayList<LocalId>();
        for (var name : declarator.identifiers()) {
            var type = declared.remove(name);
            if (type == null) {
                type = QualifiedType.of(Types.INT);
                if (unit.options.language().dialect().isC99OrLater()) {
                    unit.reports.permissive(PermissiveError.IMPLICIT_INT, Codes.SPECIFIERS, syntax.span().at(),
                            "type of parameter '" + name + "' is missing, 'int' is assumed");
                }
            }
            ids.add(oldStyleParameter(name, type, context, scope, prologue, syntax.span().at()));
        }
        reportStrangers(declared, syntax);
        return ids;
    }

    private void oldStyleDeclaration(Declaration.Simple simple, Scope scope, Map<String, QualifiedType> declared) {
        var base = unit.typeBuilder.specifiers(simple.specifiers(), scope, Pragmas.NONE);
        for (var declarator : simple.declarators()) {
            var type = unit.typeBuilder.declarator(declarator.declarator(), base.type(), scope).type();
            var adjusted = switch (type.type()) {
                case Type.Array a -> Types.pointerTo(a.element());
                case Type.Function f -> Types.pointerTo(type);
                default -> type;
            };
            declarator.declarator().name().ifPresent(n -> declared.put(n, adjusted));
        }
    }

    /** Arguments arrive promoted, C11 6.5.2.2p6, and are narrowed on entry. */
    private LocalId oldStyleParameter(
            String name, QualifiedType type, FunctionContext context, Scope scope, List<TypedStatement> prologue,
            Position at) {
        var promoted = context.function.type.prototype() ? type.type() : unit.conversions.defaultPromoted(type.type());
        if (promoted.equals(type.type()) || unit.compatibility.compatible(promoted, type.type())) {
            return declareParameter(Optional.of(name), type, AttributeSet.NONE, false, context, scope, at);
        }
        var incoming = context.temporary(QualifiedType.of(promoted), at);
        var local = declareParameter(Optional.of(name), type, AttributeSet.NONE, false, context, scope, at);
        Rvalue narrowed = new Rvalue.Convert(Expressions.load(incoming, promoted, at), type.type(), at);
        prologue.add(new TypedStatement.Declare(local, new Lvalue.LocalInitializer(
                Optional.of(new TypedInitializer.Single(narrowed))), at));
        return incoming;
    }

    private void reportStrangers(Map<String, QualifiedType> declared, Declaration.Function syntax) {
        declared.keySet().stream().sorted().forEach(name -> unit.reports.report(Diagnostic.error(
                Codes.SPECIFIERS, syntax.span().at(), "'" + name + "' is declared, and is not a parameter")));
    }
}
