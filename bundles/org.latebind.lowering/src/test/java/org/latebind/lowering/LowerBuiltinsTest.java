package org.latebind.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.latebind.lowering.Tree.AT;
import static org.latebind.lowering.Tree.CHAR;
import static org.latebind.lowering.Tree.DOUBLE;
import static org.latebind.lowering.Tree.INT;
import static org.latebind.lowering.Tree.LONG;
import static org.latebind.lowering.Tree.VOID;
import static org.latebind.lowering.Tree.address;
import static org.latebind.lowering.Tree.declare;
import static org.latebind.lowering.Tree.evaluate;
import static org.latebind.lowering.Tree.load;
import static org.latebind.lowering.Tree.local;
import static org.latebind.lowering.Tree.locals;
import static org.latebind.lowering.Tree.number;
import static org.latebind.lowering.Tree.pointer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.Meaning;
import org.latebind.gnuc.SignatureType;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.Type;

/** Every row of the table of builtins that semantic analysis leaves is lowered. */
class LowerBuiltinsTest {
    private static final Lvalue OBJECT = local(0, INT);
    private static final Lvalue FLOATING = local(1, DOUBLE);
    private static final Lvalue LIST = local(2, new Type.VaList());

    static Stream<BuiltinFunction> left() {
        return Stream.of(BuiltinFunction.values()).filter(b -> switch (b.meaning()) {
            case SYNTAX, CLASSIFY_TYPE, LOCK_FREE, LIBRARY_CALL -> false;
            default -> true;
        });
    }

    @ParameterizedTest
    @MethodSource("left")
    void isLowered(BuiltinFunction builtin) {
        var tree = new Tree();
        var arguments = builtin.signature().parameters().stream().map(p -> argument(builtin, p)).toList();
        tree.define("f", VOID, 0, locals(INT, DOUBLE, new Type.VaList()), declare(0), declare(1), declare(2),
                evaluate(new Rvalue.Builtin(builtin, arguments, type(builtin.signature().result()), AT)));
        var problems = new ArrayList<Diagnostic>();
        var target = new X86Target();
        var settings = target.userSpaceSettings(UserSpaceOptions.defaults());
        var module = new LowerToLlvm().lower(
                tree.unit(target.dataModel(), settings.language()), target, settings, problems::add);
        assertEquals(List.of(), problems);
        assertTrue(module.isPresent());
    }

    private static Rvalue argument(BuiltinFunction builtin, SignatureType type) {
        if (builtin.meaning() == Meaning.NOT_A_NUMBER) {
            var text = new Lvalue.Text(new StringData(1, List.of(0)), QualifiedType.of(CHAR), AT);
            return new Rvalue.ArrayDecay(text, pointer(CHAR), AT);
        }
        return switch (type.base()) {
            case CONSTANT, ORDER, BOOL -> number(0);
            case LIST -> address(LIST);
            case FLOATING, REAL, FLOAT, DOUBLE, LONG_DOUBLE -> converted(load(FLOATING), type(type));
            default -> type.pointer() ? converted(address(OBJECT), type(type)) : converted(load(OBJECT), type(type));
        };
    }

    private static Rvalue converted(Rvalue value, Type type) {
        return value.type().equals(type) ? value : new Rvalue.Convert(value, type, AT);
    }

    private static Type type(SignatureType type) {
        var base = switch (type.base()) {
            case VOID -> VOID;
            case BOOL -> new Type.Bool();
            case CHAR -> CHAR;
            case FLOAT -> new Type.Floating(Type.FloatingKind.FLOAT);
            case DOUBLE, FLOATING, REAL -> DOUBLE;
            case LONG_DOUBLE -> new Type.Floating(Type.FloatingKind.LONG_DOUBLE);
            case SIZE, LONG, UINT64 -> LONG;
            case UINT16 -> new Type.Integer(Type.IntegerKind.UNSIGNED_SHORT);
            case UINT128 -> new Type.Integer(Type.IntegerKind.UNSIGNED_INT128);
            default -> INT;
        };
        return type.pointer() ? pointer(base) : base;
    }
}
