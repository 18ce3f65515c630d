package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.Meaning;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** Function calls, C11 6.5.2.2. */
final class Calls {
    private final Unit unit;
    private final Builtins builtins;
    private final SignatureTypes signatures;

    Calls(Unit unit, Builtins builtins) {
        this.unit = unit;
        this.builtins = builtins;
        this.signatures = new SignatureTypes(unit);
    }

    Operand analyze(Expression.Call call, Scope scope) {
        var callee = Expressions.withoutParentheses(call.callee());
        if (callee instanceof Expression.Name name && scope.ordinary(name.name()).isEmpty()) {
            if (BuiltinFunction.isReserved(name.name())) {
                return reserved(name, call, scope);
            }
            var implied = unit.expressions.implicitFunction(name, scope);
            return isAlloca(name, scope) ? builtins.call(BuiltinFunction.ALLOCA, call, scope) : call(implied, call, scope);
        }
        if (callee instanceof Expression.Name name && isAlloca(name, scope)) {
            return builtins.call(BuiltinFunction.ALLOCA, call, scope);
        }
        return call(unit.expressions.analyze(call.callee(), scope), call, scope);
    }

    private Operand reserved(Expression.Name name, Expression.Call call, Scope scope) {
        var builtin = BuiltinFunction.spelled(name.name());
        if (builtin.isEmpty()) {
            return builtins.refuse(name.name(), call.span().at());
        }
        return builtin.get().meaning() == Meaning.LIBRARY_CALL
                ? call(unit.expressions.analyze(name, scope), call, scope)
                : builtins.call(builtin.get(), call, scope);
    }

    /** There is no function of that name: where it is not defined here it is the builtin. */
    private boolean isAlloca(Expression.Name name, Scope scope) {
        return name.name().equals("alloca") && !unit.options.language().freestanding()
                && scope.ordinary("alloca").orElse(null) instanceof FunctionEntity f && f.definition.isEmpty();
    }

    /** The library function of that name, declared or not: {@code abort}. */
    Optional<FunctionEntity> library(String name) {
        var declared = unit.file.ordinary(name);
        if (declared.isPresent()) {
            return declared.filter(FunctionEntity.class::isInstance).map(FunctionEntity.class::cast);
        }
        return BuiltinFunction.ofLibrary(name).map(builtin -> {
            var function = new FunctionEntity(name, signatures.function(builtin.signature()), Position.NONE);
            unit.file.declare(name, function);
            return function;
        });
    }

    private Operand call(Operand callee, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var pointer = unit.conversions.value(callee);
        if (Types.isUnknown(pointer.type())) {
            unit.perhaps(() -> call.arguments().forEach(a -> unit.expressions.value(a, scope)));
            return Expressions.unknown(at);
        }
        if (!(pointer.type() instanceof Type.Pointer p && p.target().type() instanceof Type.Function signature)) {
            unit.reports.error(Codes.CALLEE, at, "called object is not a function: it has type " + unit.text.quoted(callee.type()));
            return Expressions.unknown(at);
        }
        var arguments = arguments(signature, callee, call, scope);
        if (arguments.isEmpty()) {
            return Expressions.unknown(at);
        }
        var result = signature.result().type();
        if (!Types.isVoid(result) && !unit.requireComplete(signature.result(), at)) {
            return Expressions.unknown(at);
        }
        return Operand.of(new Rvalue.Call(pointer, signature, arguments.get(), result, at));
    }

    private Optional<List<Rvalue>> arguments(
            Type.Function signature, Operand callee, Expression.Call call, Scope scope) {
        int declared = signature.parameters().size();
        int given = call.arguments().size();
        if (signature.prototype() && (given < declared || given > declared && !signature.variadic())) {
            boolean known = call.arguments().stream()
                    .filter(a -> Types.isUnknown(unit.expressions.value(a, scope).type())).findAny().isEmpty();
            // A macro may stand for several arguments, and a lone one for none: then the count is not known.
            if (known || !unit.isDeferred() || given > Math.max(declared, 1)) {
                wrongCount(signature, callee, call);
            }
            return Optional.empty();
        }
        var values = new ArrayList<Rvalue>();
        boolean known = true;
        for (int i = 0; i < given; i++) {
            var argument = unit.expressions.analyze(call.arguments().get(i), scope);
            var value = i < declared && signature.prototype()
                    ? parameter(signature.parameters().get(i), argument, i, callee, scope)
                    : promoted(argument);
            known &= !Types.isUnknown(value.type());
            values.add(value);
        }
        return known ? Optional.of(values) : Optional.empty();
    }

    private Rvalue promoted(Operand argument) {
        var value = unit.conversions.value(argument);
        if (Types.isVoid(value.type())) {
            unit.reports.error(Codes.OPERANDS, argument.at(), "an argument has type void");
            return Types.unknownValue(argument.at());
        }
        return unit.conversions.defaultPromote(value);
    }

    private Rvalue parameter(QualifiedType type, Operand argument, int index, Operand callee, Scope scope) {
        if (type.type() instanceof Type.Record record && unit.types.definition(record).transparent()) {
            return transparent(type, record, argument, index, callee, scope);
        }
        unit.requireComplete(type, argument.at());
        return unit.conversions.assign(type, argument, "argument " + (index + 1) + nameOf(callee));
    }

    /** gcc's {@code transparent_union}: an argument may be of any member's type. */
    private Rvalue transparent(
            QualifiedType type, Type.Record record, Operand argument, int index, Operand callee, Scope scope) {
        var value = unit.conversions.value(argument);
        if (record.equals(value.type()) || Types.isUnknown(value.type())) {
            return value;
        }
        var members = unit.types.definition(record).members();
        var exact = IntStream.range(0, members.size())
                .filter(i -> unit.compatibility.compatible(Types.unqualified(members.get(i).type()), QualifiedType.of(value.type())));
        var fitting = IntStream.range(0, members.size())
                .filter(i -> unit.conversions.isAssignable(members.get(i).type(), argument));
        var chosen = IntStream.concat(exact, fitting).findFirst();
        if (chosen.isEmpty()) {
            return unit.conversions.assign(type, argument, "argument " + (index + 1) + nameOf(callee));
        }
        int member = chosen.getAsInt();
        var converted = unit.conversions.assign(members.get(member).type(), argument, "argument " + (index + 1));
        return unit.conversions.value(
                unit.initializers.unionOf(type, record, member, converted, argument.at(), scope));
    }

    private String nameOf(Operand callee) {
        return entity(callee).map(f -> " of '" + f.name + "'").orElse("");
    }

    private Optional<FunctionEntity> entity(Operand callee) {
        return callee instanceof Operand.Place p && p.lvalue() instanceof Lvalue.Function f
                ? Optional.of(unit.functions.get(f.function().index()))
                : Optional.empty();
    }

    private void wrongCount(Type.Function signature, Operand callee, Expression.Call call) {
        int declared = signature.parameters().size();
        int given = call.arguments().size();
        var function = entity(callee);
        var diagnostic = Diagnostic.error(Codes.ARGUMENT_COUNT, call.span().at(),
                "too " + (given < declared ? "few" : "many") + " arguments" + nameOf(callee).replace(" of ", " to ")
                        + ": " + given + " given, " + declared + (signature.variadic() ? " or more" : "") + " declared");
        unit.reports.report(function.filter(f -> f.at.isKnown())
                .map(f -> diagnostic.withNote("'" + f.name + "' is declared here as "
                        + unit.text.quoted(QualifiedType.of(signature)), f.at))
                .orElse(diagnostic));
    }
}
