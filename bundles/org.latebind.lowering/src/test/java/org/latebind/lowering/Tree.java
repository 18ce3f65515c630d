package org.latebind.lowering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.layout.LayOutUnit;
import org.latebind.layout.LayoutProvider;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.typed.api.EnumDefinition;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.LocalVariable;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedStatement;
import org.latebind.typed.api.TypedUnit;
import org.latebind.typed.api.VariableId;

/** Small typed trees by hand, so that lowering can be tested without a parser. */
final class Tree implements TypeTable {
    static final Position AT = Position.NONE;
    static final Type INT = new Type.Integer(Type.IntegerKind.INT);
    static final Type UNSIGNED = new Type.Integer(Type.IntegerKind.UNSIGNED_INT);
    static final Type LONG = new Type.Integer(Type.IntegerKind.LONG);
    static final Type CHAR = new Type.Integer(Type.IntegerKind.CHAR);
    static final Type DOUBLE = new Type.Floating(Type.FloatingKind.DOUBLE);
    static final Type VOID = new Type.Void();

    private final Map<RecordId, RecordDefinition> records = new HashMap<>();
    private final List<TypedFunction> functions = new ArrayList<>();
    private final List<GlobalVariable> variables = new ArrayList<>();
    private final Map<VariableId, StaticImage> images = new HashMap<>();

    @Override
    public RecordDefinition record(RecordId id) {
        return records.get(id);
    }

    @Override
    public EnumDefinition enumeration(EnumId id) {
        throw new IllegalArgumentException();
    }

    static Type pointer(Type target) {
        return new Type.Pointer(QualifiedType.of(target));
    }

    /** A struct; a width below zero makes an ordinary member. */
    Type.Record struct(Object... typesAndWidths) {
        var id = new RecordId("struct " + records.size());
        var members = new ArrayList<RecordDefinition.Member>();
        for (int i = 0; i < typesAndWidths.length; i += 2) {
            members.add(new RecordDefinition.Member(
                    Optional.of("m" + i / 2), QualifiedType.of((Type) typesAndWidths[i]), (Integer) typesAndWidths[i + 1],
                    false, 0, AT));
        }
        records.put(id, new RecordDefinition(id, false, Optional.empty(), true, members, false, 0, 0, false, AT));
        return new Type.Record(id);
    }

    VariableId global(String name, Type type, Linkage linkage) {
        return global(name, type, linkage, SymbolAttributes.NONE);
    }

    VariableId global(String name, Type type, Linkage linkage, SymbolAttributes attributes) {
        var id = new VariableId(variables.size());
        variables.add(new GlobalVariable(
                id, name, name, QualifiedType.of(type), linkage, false, true, Optional.empty(), attributes, AT));
        return id;
    }

    void image(VariableId variable, StaticImage image) {
        images.put(variable, image);
    }

    FunctionId declare(String name, Type result, Type... parameters) {
        return add(name, SymbolAttributes.NONE, result, parameters, Optional.empty());
    }

    private FunctionId add(
            String name, SymbolAttributes attributes, Type result, Type[] parameters, Optional<TypedFunction.Body> body) {
        var id = new FunctionId(functions.size());
        var types = List.of(parameters).stream().map(QualifiedType::of).toList();
        functions.add(new TypedFunction(
                id, name, name, new Type.Function(QualifiedType.of(result), types, false, true), Linkage.EXTERNAL, false,
                attributes, body, AT));
        return id;
    }

    /** A function whose first locals are its parameters. */
    FunctionId define(String name, Type result, int parameters, List<LocalVariable> locals, TypedStatement... items) {
        var ids = new ArrayList<LocalId>();
        for (int i = 0; i < parameters; i++) {
            ids.add(new LocalId(i));
        }
        var types = locals.subList(0, parameters).stream().map(l -> l.type().type()).toArray(Type[]::new);
        var body = new TypedFunction.Body(ids, locals, 16, block(items));
        return add(name, SymbolAttributes.NONE, result, types, Optional.of(body));
    }

    LaidOutUnit unit(DataModel model, LanguageSettings language) {
        var typed = new TypedUnit("test.o", this, variables, functions, List.of());
        var laidOut = new LayOutUnit(new LayoutProvider(), model, language).layOut(
                typed, problem -> { throw new AssertionError(problem); }, () -> { });
        var all = new HashMap<>(laidOut.images());
        all.putAll(images);
        return new LaidOutUnit(typed, laidOut.records(), all);
    }

    // ---- nodes

    static List<LocalVariable> locals(Object... typesAndCleanups) {
        var list = new ArrayList<LocalVariable>();
        for (var entry : typesAndCleanups) {
            if (entry instanceof FunctionId cleanup) {
                var last = list.removeLast();
                list.add(new LocalVariable(last.id(), last.name(), last.type(), 0, last.register(), Optional.of(cleanup), false, AT));
            } else {
                list.add(new LocalVariable(new LocalId(list.size()), Optional.empty(), QualifiedType.of((Type) entry), 0,
                        Optional.empty(), Optional.empty(), false, AT));
            }
        }
        return list;
    }

    static Lvalue.Local local(int index, Type type) {
        return new Lvalue.Local(new LocalId(index), QualifiedType.of(type), AT);
    }

    static Lvalue.Member member(Lvalue base, int index, Type type) {
        var record = (Type.Record) base.type().type();
        return new Lvalue.Member(base, new FieldPath(record.id(), List.of(index)), QualifiedType.of(type), AT);
    }

    static Rvalue load(Lvalue lvalue) {
        return new Rvalue.Load(lvalue, lvalue.type().type(), AT);
    }

    static Rvalue number(long value) {
        return new Rvalue.IntegerConstant(BigInteger.valueOf(value), INT, AT);
    }

    static Rvalue arithmetic(Rvalue.ArithmeticOperator operator, Rvalue left, Rvalue right) {
        return new Rvalue.Arithmetic(operator, left, right, left.type(), AT);
    }

    static Rvalue compare(Rvalue.Comparison operator, Rvalue left, Rvalue right) {
        return new Rvalue.Compare(operator, left, right, INT, AT);
    }

    static Rvalue assign(Lvalue target, Rvalue value) {
        return new Rvalue.Assign(target, value, target.type().type(), AT);
    }

    Rvalue call(FunctionId id, Rvalue... arguments) {
        var function = functions.get(id.index());
        var callee = new Rvalue.AddressOf(
                new Lvalue.Function(id, QualifiedType.of(function.type()), AT), pointer(function.type()), AT);
        return new Rvalue.Call(callee, function.type(), List.of(arguments), function.type().result().type(), AT);
    }

    static Rvalue address(Lvalue lvalue) {
        return new Rvalue.AddressOf(lvalue, pointer(lvalue.type().type()), AT);
    }

    static TypedStatement.Block block(TypedStatement... items) {
        return new TypedStatement.Block(List.of(items), AT);
    }

    static TypedStatement evaluate(Rvalue value) {
        return new TypedStatement.Evaluate(value, AT);
    }

    static TypedStatement declare(int local) {
        return new TypedStatement.Declare(new LocalId(local), new Lvalue.LocalInitializer(Optional.empty()), AT);
    }

    static TypedStatement declare(int local, Rvalue value) {
        return new TypedStatement.Declare(
                new LocalId(local), new Lvalue.LocalInitializer(Optional.of(new TypedInitializer.Single(value))), AT);
    }

    static TypedStatement give(Rvalue value) {
        return new TypedStatement.Return(Optional.of(value), AT);
    }

    static TypedStatement label(int label, TypedStatement body) {
        return new TypedStatement.Label(new LabelId(label), body, AT);
    }

    static TypedStatement jump(int label) {
        return new TypedStatement.Goto(new LabelId(label), AT);
    }

    static TypedStatement when(Rvalue condition, TypedStatement then) {
        return new TypedStatement.If(condition, then, Optional.empty(), AT);
    }
}
