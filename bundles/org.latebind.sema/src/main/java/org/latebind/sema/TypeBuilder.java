package org.latebind.sema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.FileScope.Pragmas;
import org.latebind.sema.api.PermissiveError;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.Qualifier;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.syntax.api.TypeName;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/** From specifiers and declarators to types, C11 6.7.2 to 6.7.7. */
final class TypeBuilder {
    /** What a specifier list says: {@code auto} for {@code __auto_type}, whose type the initializer gives. */
    record Base(QualifiedType type, AttributeSet attributes, boolean auto) {}

    /** A declared thing's type, and the attributes found on the way. */
    record Declared(QualifiedType type, AttributeSet attributes) {}

    /**
     * A parameter, adjusted as C11 6.7.6.3p7 says.
     *
     * @param variable whether its type, at the definition, hangs on values
     */
    record ParameterInfo(
            Optional<String> name, QualifiedType type, AttributeSet attributes, boolean variable, boolean register,
            Declarator.Parameter syntax) {}

    /** The parameters of a function declarator and the scope that holds them and their tags. */
    record Parameters(List<ParameterInfo> list, Scope scope) {}

    private final Unit unit;
    private final RecordBuilder records;
    private final EnumBuilder enumerations;
    private final Map<Declarator.Function, Parameters> parameters = new IdentityHashMap<>();
    /** Of the definition that is being declared, or null. */
    private Declarator.Function defined;
    private int prototypeDepth;
    private boolean sawVariable;

    TypeBuilder(Unit unit) {
        this.unit = unit;
        this.records = new RecordBuilder(unit);
        this.enumerations = new EnumBuilder(unit);
    }

    RecordBuilder records() {
        return records;
    }

    // ---- specifiers

    Base specifiers(Specifiers specifiers, Scope scope, Pragmas pragmas) {
        var attributes = unit.attributes.read(specifiers.attributes(), scope);
        var type = specified(specifiers.type(), specifiers, scope, pragmas);
        if (specifiers.qualifiers().contains(Qualifier.RESTRICT)) {
            unit.specifierRules.restrict(type, specifiers.span().at());
        }
        type = Types.qualified(type, qualifiers(specifiers.qualifiers()), attributes.addressSpace());
        if (specifiers.qualifiers().contains(Qualifier.ATOMIC) && !Types.isUnknown(type.type())
                && !Types.isScalar(type.type())) {
            unit.reports.unsupported(specifiers.span().at(), "an _Atomic struct, union or array");
        }
        if (attributes.mode().isPresent()) {
            type = withMode(type, attributes.mode().get(), specifiers.span().at());
        }
        if (attributes.vectorBytes() > 0) {
            type = unit.vectors.of(type, attributes.vectorBytes(), specifiers.span().at());
        }
        return new Base(type, attributes, specifiers.type() instanceof TypeSpecifier.Auto);
    }

    private QualifiedType specified(TypeSpecifier specifier, Specifiers all, Scope scope, Pragmas pragmas) {
        if (unit.isDeferred() && mayHideType(all)) {
            return QualifiedType.of(Types.UNKNOWN);
        }
        return switch (specifier) {
            case TypeSpecifier.Basic basic -> QualifiedType.of(basic(basic));
            case TypeSpecifier.Named named -> named(named, scope);
            case TypeSpecifier.Record record ->
                QualifiedType.of(records.specified(record, scope, pragmas));
            case TypeSpecifier.Enum enumeration -> QualifiedType.of(enumerations.specified(enumeration, scope));
            case TypeSpecifier.TypeofExpression typeof -> typeof(typeof, scope);
            case TypeSpecifier.TypeofType typeof -> {
                var type = typeName(typeof.operand(), scope);
                yield typeof.unqualified() ? Types.unqualified(type) : type;
            }
            case TypeSpecifier.Atomic atomic -> {
                unit.reports.unsupported(atomic.span().at(), "_Atomic");
                yield QualifiedType.of(Types.UNKNOWN);
            }
            case TypeSpecifier.Auto auto -> QualifiedType.of(Types.UNKNOWN);
            case TypeSpecifier.Missing missing -> {
                if (all.storage().contains(Specifiers.Storage.TYPEDEF) || unit.options.language().dialect().isC99OrLater()) {
                    unit.reports.permissive(PermissiveError.IMPLICIT_INT, Codes.SPECIFIERS, missing.span().at(),
                            "type specifier is missing, 'int' is assumed");
                }
                yield QualifiedType.of(Types.INT);
            }
            case TypeSpecifier.MacroUse use -> {
                unit.unbound(use.span().at(), use.name());
                yield QualifiedType.of(Types.UNKNOWN);
            }
        };
    }

    /** A macro of the module's own among specifiers may be any of them; a kernel's may be the type if there is no other. */
    private boolean mayHideType(Specifiers all) {
        boolean missing = all.type() instanceof TypeSpecifier.Missing;
        return all.attributes().stream().anyMatch(
                a -> a instanceof Attribute.MacroUse use && (missing || unit.isMacro(use.name())));
    }

    private Type basic(TypeSpecifier.Basic basic) {
        int longs = 0;
        boolean unsigned = false;
        boolean signed = false;
        var rest = new ArrayList<String>();
        for (var word : basic.keywords()) {
            switch (word) {
                case "long" -> longs++;
                case "unsigned" -> unsigned = true;
                case "signed" -> signed = true;
                case "int" -> { }
                default -> rest.add(word);
            }
        }
        if (rest.contains("_Complex")) {
            unit.reports.unsupported(basic.span().at(), "type '" + String.join(" ", basic.keywords()) + "'");
            return Types.UNKNOWN;
        }
        var word = rest.isEmpty() ? "int" : rest.getFirst();
        boolean inted = basic.keywords().contains("int");
        if (rest.size() > 1 || unsigned && signed || longs > 2
                || !mayBe(word, rest.isEmpty(), inted, signed || unsigned, longs)) {
            unit.reports.error(Codes.SPECIFIERS, basic.span().at(),
                    "'" + String.join(" ", basic.keywords()) + "' is not a type");
            return Types.UNKNOWN;
        }
        var type = switch (word) {
            case "void" -> Types.VOID;
            case "_Bool", "bool" -> Types.BOOL;
            case "char" -> integer(signed ? IntegerKind.SIGNED_CHAR : unsigned ? IntegerKind.UNSIGNED_CHAR : IntegerKind.CHAR);
            case "short" -> integer(unsigned ? IntegerKind.UNSIGNED_SHORT : IntegerKind.SHORT);
            case "int" -> integer(switch (longs) {
                case 0 -> unsigned ? IntegerKind.UNSIGNED_INT : IntegerKind.INT;
                case 1 -> unsigned ? IntegerKind.UNSIGNED_LONG : IntegerKind.LONG;
                default -> unsigned ? IntegerKind.UNSIGNED_LONG_LONG : IntegerKind.LONG_LONG;
            });
            case "__int128" -> integer(unsigned ? IntegerKind.UNSIGNED_INT128 : IntegerKind.INT128);
            case "float" -> new Type.Floating(FloatingKind.FLOAT);
            case "double" -> new Type.Floating(longs == 1 ? FloatingKind.LONG_DOUBLE : FloatingKind.DOUBLE);
            default -> Types.UNKNOWN;
        };
        if (Types.isUnknown(type) || type instanceof Type.Integer i && !unit.types.has(i.kind())) {
            unit.reports.unsupported(basic.span().at(), "type '" + String.join(" ", basic.keywords()) + "'");
            return Types.UNKNOWN;
        }
        return type;
    }

    /** C11 6.7.2p2: which words go with {@code int}, with signs, and with {@code long}. */
    private static boolean mayBe(String word, boolean plain, boolean inted, boolean signs, int longs) {
        return switch (word) {
            case "int" -> plain || longs <= 2;
            case "char", "__int128" -> !inted && longs == 0;
            case "short" -> longs == 0;
            case "double" -> !inted && !signs && longs <= 1;
            default -> !inted && !signs && longs == 0;
        };
    }

    private static Type integer(IntegerKind kind) {
        return new Type.Integer(kind);
    }

    private QualifiedType named(TypeSpecifier.Named named, Scope scope) {
        switch (named.name()) {
            case "__builtin_va_list" -> {
                return QualifiedType.of(new Type.VaList());
            }
            case "__int128_t" -> {
                return QualifiedType.of(integer(IntegerKind.INT128));
            }
            case "__uint128_t" -> {
                return QualifiedType.of(integer(IntegerKind.UNSIGNED_INT128));
            }
            default -> { }
        }
        var entity = scope.ordinary(named.name());
        if (entity.isPresent() && entity.get() instanceof Entity.Typedef typedef) {
            return typedef.type();
        }
        boolean kernels = unit.isDeferred() && (entity.isEmpty() || entity.get() instanceof Entity.Unresolved);
        if (!kernels && !(entity.isPresent() && entity.get() instanceof Entity.Unresolved)) {
            unit.reports.error(Codes.UNDECLARED, named.span().at(), "unknown type name '" + named.name() + "'");
        }
        return QualifiedType.of(Types.UNKNOWN);
    }

    private QualifiedType typeof(TypeSpecifier.TypeofExpression typeof, Scope scope) {
        unit.enterUnevaluated();
        try {
            var mark = scope.function().map(FunctionContext::mark);
            var operand = unit.expressions.analyze(typeof.operand(), scope);
            mark.ifPresent(m -> scope.function().orElseThrow().reset(m));
            if (unit.conversions.refuseBitField(operand, "'typeof'", typeof.span().at())) {
                return QualifiedType.of(Types.UNKNOWN);
            }
            return typeof.unqualified() ? Types.unqualified(operand.type()) : operand.type();
        } finally {
            unit.leaveUnevaluated();
        }
    }

    /** {@code __attribute__((mode(DI)))}: another width of the same sort of type. */
    private QualifiedType withMode(QualifiedType type, String mode, Position at) {
        if (Types.isUnknown(type.type())) {
            return type;
        }
        if (type.type() instanceof Type.Floating) {
            return switch (mode) {
                case "SF" -> type.withType(new Type.Floating(FloatingKind.FLOAT));
                case "DF" -> type.withType(Types.DOUBLE);
                default -> badMode(mode, at);
            };
        }
        if (!Types.isInteger(type.type())) {
            return badMode(mode, at);
        }
        int bits = switch (mode) {
            case "QI", "byte" -> 8;
            case "HI" -> 16;
            case "SI" -> 32;
            case "DI" -> 64;
            case "TI" -> 128;
            case "word", "pointer", "unwind_word" -> unit.types.pointerWidth();
            default -> 0;
        };
        boolean signed = unit.types.isSigned(type.type());
        for (var kind : signed
                ? new IntegerKind[] {IntegerKind.SIGNED_CHAR, IntegerKind.SHORT, IntegerKind.INT, IntegerKind.LONG,
                    IntegerKind.LONG_LONG, IntegerKind.INT128}
                : new IntegerKind[] {IntegerKind.UNSIGNED_CHAR, IntegerKind.UNSIGNED_SHORT, IntegerKind.UNSIGNED_INT,
                    IntegerKind.UNSIGNED_LONG, IntegerKind.UNSIGNED_LONG_LONG, IntegerKind.UNSIGNED_INT128}) {
            if (unit.types.has(kind) && unit.types.width(kind) == bits) {
                return type.withType(integer(kind));
            }
        }
        return badMode(mode, at);
    }

    private QualifiedType badMode(String mode, Position at) {
        unit.reports.unsupported(at, "mode '" + mode + "' for this type");
        return QualifiedType.of(Types.UNKNOWN);
    }

    static int qualifiers(Set<Qualifier> set) {
        int bits = 0;
        for (var qualifier : set) {
            bits |= switch (qualifier) {
                case CONST -> QualifiedType.CONST;
                case VOLATILE -> QualifiedType.VOLATILE;
                case RESTRICT -> QualifiedType.RESTRICT;
                case ATOMIC -> QualifiedType.ATOMIC;
            };
        }
        return bits;
    }

    // ---- declarators

    QualifiedType typeName(TypeName name, Scope scope) {
        var base = specifiers(name.specifiers(), scope, Pragmas.NONE);
        if (base.auto()) {
            unit.reports.error(Codes.SPECIFIERS, name.span().at(), "'__auto_type' needs an initializer");
        }
        var declared = declarator(name.declarator(), base.type(), scope);
        var attributes = base.attributes().and(declared.attributes());
        var type = refined(declared.type(), attributes, attributes, name.span().at());
        return aligned(type, attributes.alignment());
    }

    static QualifiedType aligned(QualifiedType type, int alignment) {
        return alignment == 0
                ? type
                : new QualifiedType(type.type(), type.qualifiers(), type.addressSpace(), alignment);
    }

    Declared declarator(Declarator declarator, QualifiedType base, Scope scope) {
        return switch (declarator) {
            case Declarator.Identifier i -> new Declared(base, AttributeSet.NONE);
            case Declarator.Pointer p -> {
                var attributes = unit.attributes.read(p.attributes(), scope);
                if (p.qualifiers().contains(Qualifier.RESTRICT)) {
                    unit.specifierRules.restrict(Types.pointerTo(base), p.span().at());
                }
                var type = Types.qualified(
                        Types.pointerTo(base), qualifiers(p.qualifiers()), attributes.addressSpace());
                yield joined(attributes, declarator(p.inner(), type, scope));
            }
            case Declarator.Array a -> declarator(a.inner(), array(a, base, scope), scope);
            case Declarator.Function f -> declarator(f.inner(), function(f, base, scope), scope);
            case Declarator.Attributed a -> joined(
                    unit.attributes.read(a.attributes(), scope), declarator(a.inner(), base, scope));
        };
    }

    private static Declared joined(AttributeSet attributes, Declared declared) {
        return new Declared(declared.type(), attributes.and(declared.attributes()));
    }

    private QualifiedType array(Declarator.Array array, QualifiedType element, Scope scope) {
        var at = array.span().at();
        if (Types.isUnknown(element.type())) {
            return QualifiedType.of(new Type.Array(element, length(array, scope)));
        }
        if (Types.isVoid(element.type()) || Types.isFunction(element.type())) {
            unit.reports.error(Codes.SPECIFIERS, at, "an array cannot have elements of type " + unit.text.quoted(element));
            return QualifiedType.of(Types.UNKNOWN);
        }
        checkElement(element, at);
        // An incomplete element type may be completed before the array's size is needed.
        return QualifiedType.of(new Type.Array(element, length(array, scope)));
    }

    /** Elements lie one behind another: a type that is aligned beyond its size cannot be one, as in gcc. */
    private void checkElement(QualifiedType element, Position at) {
        if (element.alignment() == 0 || unit.dependsOnUnknown(element) || !unit.types.isComplete(element.type())
                || Types.isVariable(element.type())) {
            return;
        }
        long size = unit.layouts.sizeOf(element);
        long alignment = unit.layouts.alignOf(element);
        if (size % alignment != 0) {
            unit.reports.error(Codes.SPECIFIERS, at, size < alignment
                    ? "the alignment of an array's elements, " + alignment + ", is greater than their size, " + size
                    : "the size of an array's elements, " + size + ", is not a multiple of their alignment, " + alignment);
        }
    }

    private ArrayLength length(Declarator.Array array, Scope scope) {
        if (array.size().isEmpty()) {
            return new ArrayLength.Incomplete();
        }
        var expression = array.size().get();
        var operand = unit.expressions.analyze(expression, scope);
        var value = unit.conversions.value(operand);
        if (Types.isUnknown(value.type())) {
            return new ArrayLength.Incomplete();
        }
        if (!Types.isInteger(value.type())) {
            unit.reports.error(Codes.SPECIFIERS, expression.span().at(),
                    "the size of an array must have integer type, not " + unit.text.quoted(operand.type()));
            return new ArrayLength.Incomplete();
        }
        var folded = unit.constants.fold(value);
        if (folded.isPresent()) {
            var size = folded.get();
            if (size.signum() < 0 || size.bitLength() > 62) {
                unit.reports.error(Codes.SPECIFIERS, expression.span().at(), "the size of an array is " + size);
                return new ArrayLength.Known(1);
            }
            return new ArrayLength.Known(size.longValueExact());
        }
        if (unit.constants.dependsOnUnknown(value)) {
            return new ArrayLength.Incomplete();
        }
        return variableLength(value, expression, scope);
    }

    private ArrayLength variableLength(
            org.latebind.typed.api.Rvalue value, Expression expression, Scope scope) {
        if (prototypeDepth > 0 || scope.function().isEmpty()) {
            if (prototypeDepth == 0) {
                unit.reports.error(Codes.NOT_CONSTANT, expression.span().at(),
                        "the size of an array at file scope is not an integer constant expression");
                return new ArrayLength.Known(1);
            }
            sawVariable = true;
            return new ArrayLength.Incomplete();
        }
        var context = scope.function().get();
        var size = unit.conversions.convert(value, unit.types.sizeType());
        if (unit.options.language().warnings().isAsked("vla")) {
            unit.reports.warning(Codes.VARIABLE_LENGTH, expression.span().at(), "the array's length is variable");
        }
        return new ArrayLength.Variable(context.addSize(size, expression.span().at()));
    }

    /** The declarator with a function's definition: whether it may leave the parameters open, its name's earlier ones decide. */
    void defining(Optional<Declarator.Function> declarator) {
        defined = declarator.orElse(null);
    }

    void leavesParametersOpen(Position at) {
        if (!unit.options.language().dialect().isC23OrLater()) {
            unit.reports.permissive(PermissiveError.STRICT_PROTOTYPES, Codes.PROTOTYPE, at,
                    "the declaration of the function does not say what its parameters are");
        }
    }

    private QualifiedType function(Declarator.Function function, QualifiedType result, Scope scope) {
        if (result.type() instanceof Type.Array || Types.isFunction(result.type())) {
            unit.reports.error(Codes.SPECIFIERS, function.span().at(), "a function cannot return " + unit.text.quoted(result));
            result = QualifiedType.of(Types.UNKNOWN);
        }
        if (!function.prototype()) {
            if (function != defined) {
                leavesParametersOpen(function.span().at());
            }
            return QualifiedType.of(new Type.Function(result, List.of(), false, unit.options.language().dialect().isC23OrLater()));
        }
        var list = parameters(function, scope).list().stream()
                .map(p -> Types.unqualified(p.type()))
                .toList();
        return QualifiedType.of(new Type.Function(result, list, function.variadic(), !hasUnknownCount(function, scope)));
    }

    /** {@code f(ARGUMENTS)}: a macro may stand there for several parameters. */
    private boolean hasUnknownCount(Declarator.Function function, Scope scope) {
        return unit.isDeferred() && parameters(function, scope).list().stream()
                .anyMatch(p -> p.name().isEmpty() && Types.isUnknown(p.type().type()));
    }

    Parameters parameters(Declarator.Function function, Scope outer) {
        var known = parameters.get(function);
        if (known != null) {
            return known;
        }
        var scope = outer.inner();
        var list = new ArrayList<ParameterInfo>();
        prototypeDepth++;
        try {
            for (var parameter : function.parameters()) {
                var info = parameter(parameter, scope);
                list.add(info);
                info.name().ifPresent(name -> declareParameter(name, info, scope));
            }
        } finally {
            prototypeDepth--;
        }
        var result = new Parameters(Collections.unmodifiableList(list), scope);
        parameters.put(function, result);
        return result;
    }

    private void declareParameter(String name, ParameterInfo info, Scope scope) {
        var at = info.syntax().span().at();
        if (scope.ordinaryHere(name).filter(before -> !(before instanceof Entity.Unresolved)).isPresent()) {
            unit.reports.error(Codes.REDECLARED, at, "two parameters have the name '" + name + "'");
        }
        scope.declare(name, new Entity.Local(new org.latebind.typed.api.LocalId(-1), info.type(), false, at));
    }

    ParameterInfo parameter(Declarator.Parameter parameter, Scope scope) {
        boolean before = sawVariable;
        sawVariable = false;
        unit.specifierRules.ofParameter(parameter.specifiers());
        unit.specifierRules.cannotBeAligned(parameter.specifiers().attributes(), "parameters");
        var base = specifiers(parameter.specifiers(), scope, Pragmas.NONE);
        var declared = declarator(parameter.declarator(), base.type(), scope);
        var attributes = base.attributes().and(declared.attributes())
                .and(unit.attributes.read(parameter.attributes(), scope));
        var type = refined(declared.type(), base.attributes(), attributes, parameter.span().at());
        boolean variable = sawVariable;
        sawVariable = before;
        if (Types.isVoid(type.type())) {
            unit.reports.error(Codes.SPECIFIERS, parameter.span().at(), "a parameter cannot have type void");
            type = QualifiedType.of(Types.UNKNOWN);
        }
        boolean register = parameter.specifiers().storage().contains(Specifiers.Storage.REGISTER);
        return new ParameterInfo(
                parameter.declarator().name(), adjusted(type, parameter.declarator()), attributes, variable, register,
                parameter);
    }

    /** C11 6.7.6.3p7 and p8. */
    private static QualifiedType adjusted(QualifiedType type, Declarator declarator) {
        return switch (type.type()) {
            case Type.Array a -> Types.qualified(
                    Types.pointerTo(a.element()), outerQualifiers(declarator), 0);
            case Type.Function f -> Types.pointerTo(type);
            default -> type;
        };
    }

    /** Qualifiers inside the brackets of a parameter's outermost array: {@code int a[const 3]}. */
    private static int outerQualifiers(Declarator declarator) {
        return switch (declarator) {
            case Declarator.Identifier i -> 0;
            case Declarator.Array a when a.inner().name().equals(a.name()) && isName(a.inner()) ->
                qualifiers(a.qualifiers());
            case Declarator.Array a -> outerQualifiers(a.inner());
            case Declarator.Pointer p -> outerQualifiers(p.inner());
            case Declarator.Function f -> outerQualifiers(f.inner());
            case Declarator.Attributed a -> outerQualifiers(a.inner());
        };
    }

    private static boolean isName(Declarator declarator) {
        return switch (declarator) {
            case Declarator.Identifier i -> true;
            case Declarator.Attributed a -> isName(a.inner());
            default -> false;
        };
    }

    /** The function declarator nearest to the name: whose parameters a definition has. */
    static Optional<Declarator.Function> functionDeclarator(Declarator declarator) {
        return switch (declarator) {
            case Declarator.Identifier i -> Optional.empty();
            case Declarator.Function f when isName(f.inner()) -> Optional.of(f);
            case Declarator.Function f -> functionDeclarator(f.inner());
            case Declarator.Pointer p -> functionDeclarator(p.inner());
            case Declarator.Array a -> functionDeclarator(a.inner());
            case Declarator.Attributed a -> functionDeclarator(a.inner());
        };
    }

    /** Applies what attributes around a declarator say of its type. */
    QualifiedType refined(QualifiedType type, AttributeSet base, AttributeSet all, Position at) {
        var foreign = all.is(Flag.FOREIGN_CALL) ? type.withType(foreign(type.type())) : type;
        // A mode among the specifiers has been applied to them.
        var moded = all.mode().isPresent() && base.mode().isEmpty() ? withMode(foreign, all.mode().get(), at) : foreign;
        return all.vectorBytes() > 0 && base.vectorBytes() == 0 ? unit.vectors.of(moded, all.vectorBytes(), at) : moded;
    }

    /** The function at the end of pointers and arrays gets the other calling convention. */
    private static Type foreign(Type type) {
        return switch (type) {
            case Type.Function f -> new Type.Function(f.result(), f.parameters(), f.variadic(), f.prototype(), true);
            case Type.Pointer p -> new Type.Pointer(p.target().withType(foreign(p.target().type())));
            case Type.Array a -> new Type.Array(a.element().withType(foreign(a.element().type())), a.length());
            default -> type;
        };
    }

    void noteTransparent(QualifiedType type) {
        if (type.type() instanceof Type.Record r) {
            records.markTransparent(r.id());
        }
    }

    static Diagnostic previous(Diagnostic diagnostic, Position at) {
        return diagnostic.withNote("previous declaration is here", at);
    }
}
