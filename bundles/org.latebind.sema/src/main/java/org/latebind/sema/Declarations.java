package org.latebind.sema;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.FileScope.Pragmas;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.FunctionSpecifier;
import org.latebind.syntax.api.Specifiers.Storage;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.typed.api.FileAsm;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;

/** Declarations with linkage, C11 6.2.2, 6.7 and 6.9: each adds to what its name stands for. */
final class Declarations {
    private final Unit unit;
    private final Map<Declaration, TypeBuilder.Base> bases = new IdentityHashMap<>();
    private final Map<Declaration, Boolean> asserted = new IdentityHashMap<>();

    Declarations(Unit unit) {
        this.unit = unit;
    }

    /** One declarator with all that stands around it. */
    private record Piece(
            Specifiers specifiers, Declarator declarator, List<Attribute> attributes, Optional<Expression> asmLabel,
            Optional<Initializer> initializer, Optional<Declaration.Function> definition, Scope scope) {
        Position at() {
            return declarator.span().at();
        }
    }

    /** The type that a declaration's specifiers give; read once. */
    TypeBuilder.Base base(Declaration declaration) {
        var known = bases.get(declaration);
        if (known != null) {
            return known;
        }
        var specifiers = switch (declaration) {
            case Declaration.Simple s -> s.specifiers();
            case Declaration.Function f -> f.specifiers();
            default -> throw new IllegalArgumentException("declares nothing: " + declaration);
        };
        if (specifiers.type() instanceof TypeSpecifier.TypeofExpression) {
            // extern typeof(f) f: what it declares is known by its other declarations first.
            declaredNames(declaration).forEach(unit.file::ordinary);
            var meanwhile = bases.get(declaration);
            if (meanwhile != null) {
                return meanwhile;
            }
        }
        // What looks the declaration up while it is being read learns nothing from it.
        bases.put(declaration, new TypeBuilder.Base(QualifiedType.of(Types.UNKNOWN), AttributeSet.NONE, false));
        unit.specifierRules.atFile(specifiers, declaration instanceof Declaration.Function);
        if (declaration instanceof Declaration.Simple simple && simple.declarators().isEmpty()) {
            unit.specifierRules.notOnFunction(specifiers);
        }
        var pragmas = unit.source.pragmas(declaration);
        var base = unit.typeBuilder.specifiers(specifiers, unit.fileScope, pragmas);
        var visible = new TypeBuilder.Base(
                base.type(), base.attributes().unlessVisible(pragmas.visibility()), base.auto());
        bases.put(declaration, visible);
        return visible;
    }

    private static List<String> declaredNames(Declaration declaration) {
        return declaration instanceof Declaration.Simple simple
                ? simple.declarators().stream().flatMap(d -> d.declarator().name().stream()).toList()
                : List.of();
    }

    /** Reads the bodies of what a declaration's specifiers define, for tags and enumerators in them. */
    void completeTypes(Declaration declaration) {
        if (declaration instanceof Declaration.Simple || declaration instanceof Declaration.Function) {
            complete(base(declaration).type().type());
        }
    }

    private void complete(Type type) {
        switch (type) {
            case Type.Record r -> {
                for (var member : unit.registry.record(r.id()).members()) {
                    if (member.name().isEmpty()) {
                        complete(member.type().type());
                    }
                }
            }
            case Type.Array a -> complete(a.element().type());
            default -> { }
        }
    }

    void root(Declaration declaration) {
        switch (declaration) {
            case Declaration.Simple simple -> {
                completeTypes(simple);
                for (var declarator : simple.declarators()) {
                    declarator.declarator().name().ifPresent(this::useDefinition);
                }
            }
            case Declaration.Function function -> function.declarator().name().ifPresent(this::useDefinition);
            case Declaration.Assertion assertion -> {
                if (asserted.put(assertion, true) == null) {
                    assertion(assertion.span(), assertion.condition(), assertion.message(), unit.fileScope);
                }
            }
            case Declaration.FileAsm asm -> fileAsm(asm);
            case Declaration.PragmaLine line -> { }
            case Declaration.Empty empty -> { }
            case Declaration.MacroUse use -> unit.unbound(use.span().at(), use.name());
            case Declaration.Undecided undecided -> unit.unbound(undecided.span().at(), "#if");
        }
    }

    private void useDefinition(String name) {
        switch (unit.file.ordinary(name).orElse(new Entity.Unresolved(Position.NONE))) {
            case VariableEntity v when v.defined || v.attributes.alias().isPresent() -> unit.use(v);
            case FunctionEntity f when f.definition.isPresent() || f.attributes.alias().isPresent() -> unit.use(f);
            default -> { }
        }
    }

    private void fileAsm(Declaration.FileAsm asm) {
        if (Expressions.withoutParentheses(asm.text()) instanceof Expression.Text text) {
            unit.literals.plainText(text)
                    .ifPresent(content -> unit.fileAsm.add(new FileAsm(content, asm.span().at())));
        } else {
            unit.reports.error(Codes.ASM, asm.span().at(), "file-scope asm must be a string literal");
        }
    }

    void assertion(Span span, Expression condition, Optional<Expression> message, Scope scope) {
        var value = unit.constants.require(condition, scope, "the condition of a static assertion");
        if (value.isPresent() && value.get().signum() == 0) {
            var text = message.map(Expressions::withoutParentheses)
                    .filter(Expression.Text.class::isInstance)
                    .flatMap(m -> unit.literals.plainText((Expression.Text) m));
            unit.reports.error(Codes.ASSERTION, span.at(),
                    "static assertion failed" + text.map(t -> ": " + t).orElse(""));
        }
    }

    /** Adds what one file-scope declaration says of one name. */
    void declareAtFile(Declaration declaration, String name) {
        var base = base(declaration);
        switch (declaration) {
            case Declaration.Simple simple -> {
                for (var declarator : simple.declarators()) {
                    if (declarator.declarator().name().filter(name::equals).isPresent()) {
                        declare(name, base, new Piece(
                                simple.specifiers(), declarator.declarator(), declarator.attributes(),
                                declarator.asmLabel(), declarator.initializer(), Optional.empty(), unit.fileScope));
                    }
                }
            }
            case Declaration.Function function -> {
                unit.typeBuilder.defining(TypeBuilder.functionDeclarator(function.declarator()));
                declare(name, base, new Piece(
                        function.specifiers(), function.declarator(), function.attributes(), Optional.empty(),
                        Optional.empty(), Optional.of(function), unit.fileScope));
                unit.typeBuilder.defining(Optional.empty());
            }
            default -> throw new IllegalArgumentException("declares nothing: " + declaration);
        }
    }

    /** {@code extern} objects and functions declared in a block: the file's, C11 6.2.2p4. */
    Entity declareInBlock(
            String name, TypeBuilder.Base base, Specifiers specifiers, Declaration.InitDeclarator declarator, Scope scope) {
        unit.file.ordinary(name);
        declare(name, base, new Piece(
                specifiers, declarator.declarator(), declarator.attributes(), declarator.asmLabel(),
                declarator.initializer(), Optional.empty(), scope));
        return unit.file.ordinarySoFar(name).orElseThrow();
    }

    private void declare(String name, TypeBuilder.Base base, Piece piece) {
        if (base.auto()) {
            declareAuto(name, piece);
            return;
        }
        var declared = unit.typeBuilder.declarator(piece.declarator(), base.type(), piece.scope());
        var attributes = base.attributes().and(declared.attributes())
                .and(unit.attributes.read(piece.attributes(), piece.scope()));
        if (piece.specifiers().function().contains(FunctionSpecifier.NORETURN)) {
            attributes = attributes.and(noreturn());
        }
        var type = unit.typeBuilder.refined(declared.type(), base.attributes(), attributes, piece.at());
        checkSpecifiers(piece, type, attributes);
        if (piece.specifiers().storage().contains(Storage.TYPEDEF)) {
            declareTypedef(name, type, attributes, piece);
        } else if (type.type() instanceof Type.Function function) {
            declareFunction(name, function, attributes, piece);
        } else {
            declareVariable(name, type, attributes, piece);
        }
    }

    private void checkSpecifiers(Piece piece, QualifiedType type, AttributeSet attributes) {
        unit.specifierRules.noParameter(piece.declarator());
        if (piece.definition().isEmpty()) {
            unit.specifierRules.noDefinition(piece.declarator());
        }
        var aligning = piece.specifiers().attributes();
        boolean typedef = piece.specifiers().storage().contains(Storage.TYPEDEF);
        boolean function = Types.isFunction(type.type());
        if (typedef || function) {
            unit.specifierRules.cannotBeAligned(aligning, typedef ? "types" : "functions");
        } else {
            unit.specifierRules.alignment(aligning, attributes.alignment(), type);
        }
        if ((typedef || !function) && !Types.isUnknown(type.type())) {
            unit.specifierRules.notOnFunction(piece.specifiers());
        }
        if (piece.initializer().isPresent() && (typedef || !piece.scope().isFile())) {
            unit.reports.error(Codes.INITIALIZER, piece.at(), typedef
                    ? "a typedef cannot have an initializer"
                    : "an 'extern' declaration in a block cannot have an initializer");
        }
    }

    private static AttributeSet noreturn() {
        var none = AttributeSet.NONE;
        return new AttributeSet(
                0, false, false, false, false, false, false, 0, 0, none.mode(), none.cleanup(), none.section(), none.alias(),
                none.visibility(), none.error(), none.warning(), java.util.Set.of(Flag.NORETURN));
    }

    QualifiedType typedefType(QualifiedType type, AttributeSet attributes) {
        if (attributes.transparent()) {
            unit.typeBuilder.noteTransparent(type);
        }
        return TypeBuilder.aligned(type, Math.max(attributes.alignment(), 0) == 0
                ? type.alignment() : attributes.alignment());
    }

    private void declareTypedef(String name, QualifiedType declared, AttributeSet attributes, Piece piece) {
        var type = typedefType(declared, attributes);
        var before = unit.file.ordinarySoFar(name);
        if (before.isPresent() && !(before.get() instanceof Entity.Typedef t
                && unit.compatibility.compatible(t.type(), type))) {
            conflict(name, piece.at(), before.get(), type);
            return;
        }
        if (before.isEmpty()) {
            unit.file.declare(name, new Entity.Typedef(type, piece.at()));
        }
    }

    private void conflict(String name, Position at, Entity before, QualifiedType type) {
        var old = switch (before) {
            case VariableEntity v -> " after " + unit.text.quoted(v.type);
            case FunctionEntity f -> " after " + unit.text.quoted(QualifiedType.of(f.type));
            case Entity.Typedef t -> " after " + unit.text.quoted(t.type());
            default -> "";
        };
        unit.reports.report(TypeBuilder.previous(Diagnostic.error(Codes.REDECLARED, at,
                "conflicting types for '" + name + "': " + unit.text.quoted(type) + old), before.at()));
    }

    private void declareFunction(String name, Type.Function type, AttributeSet attributes, Piece piece) {
        var before = unit.file.ordinarySoFar(name);
        boolean open = !type.prototype() && !(before.orElse(null) instanceof FunctionEntity f && f.type.prototype());
        if (piece.definition().isPresent() && open) {
            unit.typeBuilder.leavesParametersOpen(piece.at());
        }
        FunctionEntity function;
        if (before.isEmpty()) {
            function = new FunctionEntity(name, type, piece.at());
            unit.file.declare(name, function);
        } else if (before.get() instanceof FunctionEntity f) {
            function = f;
            if (!unit.compatibility.compatible(f.type, type)) {
                conflict(name, piece.at(), f, QualifiedType.of(type));
                return;
            }
            f.type = (Type.Function) unit.compatibility.composite(f.type, type);
        } else {
            conflict(name, piece.at(), before.get(), QualifiedType.of(type));
            return;
        }
        function.attributes = function.attributes.and(attributes);
        piece.asmLabel().flatMap(this::label).ifPresent(l -> function.linkName = l);
        addSpecifiers(function, piece);
        if (name.equals("main") && !unit.options.language().freestanding()) {
            checkMain(piece);
        }
        piece.definition().ifPresent(definition -> define(function, definition, piece));
    }

    /** C11 6.7.4p4. */
    private void checkMain(Piece piece) {
        for (var specifier : piece.specifiers().function()) {
            unit.reports.warning(Codes.SPECIFIERS, piece.at(), "'main' is declared '"
                    + (specifier == FunctionSpecifier.INLINE ? "inline" : "_Noreturn") + "'");
        }
    }

    private static void addSpecifiers(FunctionEntity function, Piece piece) {
        boolean inline = piece.specifiers().function().contains(FunctionSpecifier.INLINE);
        boolean isExtern = piece.specifiers().storage().contains(Storage.EXTERN);
        boolean isStatic = piece.specifiers().storage().contains(Storage.STATIC);
        function.isStatic |= isStatic;
        function.inline |= inline;
        function.externalInC99 |= piece.scope().isFile() && (!inline || isExtern);
    }

    private void define(FunctionEntity function, Declaration.Function syntax, Piece piece) {
        boolean externInline = piece.specifiers().function().contains(FunctionSpecifier.INLINE)
                && piece.specifiers().storage().contains(Storage.EXTERN);
        if (function.definition.isPresent()) {
            if (function.definition.get().syntax() == syntax) {
                return;
            }
            boolean replaceable = function.definition.get().externInline() && hasGnuInline(function);
            if (!replaceable) {
                unit.reports.report(TypeBuilder.previous(
                        Diagnostic.error(Codes.REDECLARED, piece.at(), "redefinition of '" + function.name + "'"),
                        function.definition.get().syntax().span().at()));
                return;
            }
        }
        function.at = piece.at();
        function.definition = Optional.of(new FunctionEntity.Definition(syntax, externInline));
        if (function.used) {
            unit.use(function);
        }
    }

    private boolean hasGnuInline(FunctionEntity function) {
        return unit.options.language().gnu89Inline() || function.attributes.gnuInline();
    }

    /** C11 6.7.4p7, or gcc's older rule under {@code gnu_inline} and in gnu89. */
    Linkage linkage(FunctionEntity function) {
        if (function.isStatic) {
            return Linkage.INTERNAL;
        }
        if (function.definition.isEmpty() || !function.inline) {
            return Linkage.EXTERNAL;
        }
        boolean inlineOnly = hasGnuInline(function)
                ? function.definition.get().externInline()
                : !function.externalInC99;
        return inlineOnly ? Linkage.AVAILABLE_EXTERNALLY : Linkage.EXTERNAL;
    }

    private Optional<String> label(Expression expression) {
        if (Expressions.withoutParentheses(expression) instanceof Expression.Text text) {
            return unit.literals.plainText(text);
        }
        unit.reports.error(Codes.ASM, expression.span().at(), "an asm label must be a string literal");
        return Optional.empty();
    }

    private void declareVariable(String name, QualifiedType type, AttributeSet attributes, Piece piece) {
        var before = unit.file.ordinarySoFar(name);
        var storage = piece.specifiers().storage();
        VariableEntity variable;
        if (before.isEmpty()) {
            variable = new VariableEntity(name, type, piece.at());
            unit.file.declare(name, variable);
        } else if (before.get() instanceof VariableEntity v) {
            variable = v;
            if (!unit.compatibility.compatible(v.type, type)) {
                conflict(name, piece.at(), v, type);
                return;
            }
            v.type = unit.compatibility.composite(v.type, type);
        } else {
            conflict(name, piece.at(), before.get(), type);
            return;
        }
        if (Types.isVariablyModified(type.type())) {
            unit.reports.error(Codes.SPECIFIERS, piece.at(), "'" + name + "' is variably modified at file scope");
        }
        variable.attributes = variable.attributes.and(attributes);
        variable.threadLocal |= storage.contains(Storage.THREAD_LOCAL);
        if (storage.contains(Storage.STATIC)) {
            variable.linkage = Linkage.INTERNAL;
        }
        var label = piece.asmLabel().flatMap(this::label);
        if (storage.contains(Storage.REGISTER) && label.isPresent()) {
            variable.register = label;
            return;
        }
        if (storage.contains(Storage.REGISTER)) {
            unit.reports.error(Codes.SPECIFIERS, piece.at(), "a register variable at file scope needs an asm(\"register\")");
        }
        label.ifPresent(l -> variable.linkName = l);
        boolean tentative = !storage.contains(Storage.EXTERN) && piece.scope().isFile();
        if (tentative || piece.initializer().isPresent()) {
            variable.defined = variable.attributes.alias().isEmpty();
        }
        piece.initializer().ifPresent(value -> initialize(variable, value, piece));
    }

    private void initialize(VariableEntity variable, Initializer value, Piece piece) {
        if (variable.pending.isPresent() || variable.initializer.isPresent()) {
            unit.reports.report(TypeBuilder.previous(
                    Diagnostic.error(Codes.REDECLARED, piece.at(), "redefinition of '" + variable.name + "'"),
                    variable.at));
            return;
        }
        variable.at = piece.at();
        variable.pending = Optional.of(new VariableEntity.Pending(value, piece.scope()));
        if (isIncompleteArray(variable.type)) {
            unit.initializers.analyzePending(variable);
        }
    }

    static boolean isIncompleteArray(QualifiedType type) {
        return type.type() instanceof Type.Array a && a.length() instanceof ArrayLength.Incomplete;
    }

    /** {@code __auto_type x = e;} at file scope. */
    private void declareAuto(String name, Piece piece) {
        var value = piece.initializer().filter(Initializer.Single.class::isInstance);
        if (value.isEmpty()) {
            unit.reports.error(Codes.SPECIFIERS, piece.at(), "'__auto_type' needs a single expression as its initializer");
            unit.file.declare(name, new Entity.Unresolved(piece.at()));
            return;
        }
        var operand = unit.expressions.analyze(((Initializer.Single) value.get()).value(), piece.scope());
        unit.conversions.refuseBitField(operand, "'__auto_type'", piece.at());
        var type = QualifiedType.of(unit.conversions.value(operand).type());
        declareVariable(name, Types.qualified(type, TypeBuilder.qualifiers(piece.specifiers().qualifiers()), 0),
                unit.attributes.read(piece.attributes(), piece.scope()), piece);
    }

    /** Ends the unit: tentative definitions of incomplete arrays have one element, C11 6.9.2p5. */
    void finish() {
        for (var variable : new ArrayList<>(unit.variables)) {
            if (!variable.used || !variable.defined) {
                continue;
            }
            if (isIncompleteArray(variable.type) && variable.initializer.isEmpty()) {
                unit.reports.warning(Codes.SPECIFIERS, variable.at,
                        "array '" + variable.name + "' is assumed to have one element");
                var array = (Type.Array) variable.type.type();
                variable.type = variable.type.withType(Types.arrayOf(array.element(), 1));
            }
            unit.requireComplete(variable.type, variable.at);
        }
    }
}
