package org.latebind.sema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.gnuc.Meaning;
import org.latebind.gnuc.SignatureType;

/** Each row of the table of builtins is called as its signature says, and otherwise. */
class BuiltinSignaturesTest {
    private static final String OBJECTS = """
            typedef unsigned short uint16_t; typedef unsigned uint32_t; typedef unsigned long uint64_t;
            typedef unsigned long size_t; typedef long intmax_t; typedef unsigned long uintmax_t;
            typedef __builtin_va_list va_list; typedef _Bool bool;
            struct record { int member; };
            """;

    static Stream<BuiltinFunction> all() {
        return Stream.of(BuiltinFunction.values()).filter(b -> b.meaning() != Meaning.SYNTAX);
    }

    static Stream<BuiltinFunction> folding() {
        return all().filter(b -> b.is(Property.FOLDS));
    }

    static Stream<BuiltinFunction> withParameters() {
        return all().filter(b -> !b.signature().parameters().isEmpty());
    }

    static Stream<BuiltinFunction> withResult() {
        return all().filter(b -> !b.signature().result().isObject());
    }

    static Stream<BuiltinFunction> withBoundedCount() {
        return all().filter(b -> !b.signature().variadic());
    }

    static Stream<BuiltinFunction> needingAnArgument() {
        return all().filter(b -> b.signature().required() > 0);
    }

    static Stream<BuiltinFunction> notOfLibrary() {
        return all().filter(b -> !b.is(Property.LIBRARY));
    }

    private static Source call(BuiltinFunction builtin, List<String> arguments) {
        return inFunction(call(builtin.spelling(), arguments) + ";");
    }

    private static String call(String name, List<String> arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private static Source inFunction(String statement) {
        return Source.of(OBJECTS + "void f(int n, ...) { va_list list, other; __builtin_va_start(list, n);\n"
                + "struct record record; int object; double floating; " + statement + " }\n");
    }

    private static List<String> arguments(BuiltinFunction builtin) {
        return new ArrayList<>(builtin.signature().parameters().stream().map(BuiltinSignaturesTest::argument).toList());
    }

    private static String argument(SignatureType type) {
        return switch (type.base()) {
            case LIST, VA_LIST -> "list";
            case INTEGER, OBJECT, VALUE, NUMBER, ANY -> type.pointer() ? "&object" : "object";
            case FLOATING, REAL -> "1.5";
            default -> type.pointer() ? "(" + type + ") &object" : "1";
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesWhatItsSignatureSays(BuiltinFunction builtin) {
        assertEquals("", call(builtin, arguments(builtin)).messages());
    }

    @ParameterizedTest
    @MethodSource("needingAnArgument")
    void takesNoFewer(BuiltinFunction builtin) {
        var fewer = arguments(builtin).subList(0, builtin.signature().required() - 1);
        assertTrue(call(builtin, fewer).messages().contains("error[LB4008]"));
    }

    @ParameterizedTest
    @MethodSource("withBoundedCount")
    void takesNoMore(BuiltinFunction builtin) {
        var more = arguments(builtin);
        more.add("1");
        assertTrue(call(builtin, more).messages().contains("error[LB4008]"));
    }

    /** A struct is none of the types that a builtin takes, but any value. */
    @ParameterizedTest
    @MethodSource("withParameters")
    void refusesAStruct(BuiltinFunction builtin) {
        for (int i = 0; i < builtin.signature().parameters().size(); i++) {
            if (!builtin.signature().parameters().get(i).is(SignatureType.Base.ANY)) {
                var wrong = arguments(builtin);
                wrong.set(i, "record");
                assertTrue(call(builtin, wrong).errors() > 0, "argument " + (i + 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withResult")
    void givesWhatItsSignatureSays(BuiltinFunction builtin) {
        var call = call(builtin.spelling(), arguments(builtin));
        var result = builtin.signature().result();
        assertEquals("", inFunction("_Static_assert(__builtin_types_compatible_p(__typeof__(" + call + "), "
                + result + "), \"\");").messages());
    }

    @ParameterizedTest
    @MethodSource("folding")
    void isConstantWhereItFolds(BuiltinFunction builtin) {
        var constants = builtin.signature().parameters().stream().map(p -> "1").toList();
        var call = call(builtin.spelling(), constants);
        assertEquals("", Source.of(OBJECTS + "_Static_assert(" + call + " == " + call + ", \"\");").messages());
        assertTrue(inFunction("_Static_assert(" + call.replaceFirst("\\(1", "(n") + ", \"\");").errors() > 0);
    }

    @ParameterizedTest
    @MethodSource("notOfLibrary")
    void isOnlyCalled(BuiltinFunction builtin) {
        assertTrue(inFunction("void *p = " + builtin.spelling() + ";").messages().contains("can only be called"));
    }

    /** Lowering has no case for these. */
    @ParameterizedTest
    @MethodSource("all")
    void whatNeedsNoLoweringLeavesNoBuiltin(BuiltinFunction builtin) {
        var remains = call(builtin, arguments(builtin)).tree().contains("(builtin " + builtin.bareName() + " ");
        switch (builtin.meaning()) {
            case CLASSIFY_TYPE, LOCK_FREE, LIBRARY_CALL -> assertFalse(remains);
            default -> { }
        }
    }
}
