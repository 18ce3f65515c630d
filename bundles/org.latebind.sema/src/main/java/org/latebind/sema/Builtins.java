package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/**
 * Calls of {@code __builtin_*}, {@code __sync_*} and {@code __atomic_*}. Those with an ordinary
 * signature are in a table; a name that is in none is refused.
 */
final class Builtins {
    private static final String PREFIX = "__builtin_";

    /** Signatures in the letters of {@link LibraryFunctions}; the results are {@link Rvalue.Builtin}s. */
    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("bswap16", "hh"), Map.entry("bswap32", "ww"), Map.entry("bswap64", "xx"),
            Map.entry("clz", "iu"), Map.entry("clzl", "im"), Map.entry("clzll", "iQ"),
            Map.entry("ctz", "iu"), Map.entry("ctzl", "im"), Map.entry("ctzll", "iQ"),
            Map.entry("clrsb", "ii"), Map.entry("clrsbl", "il"), Map.entry("clrsbll", "iq"),
            Map.entry("ffs", "ii"), Map.entry("ffsl", "il"), Map.entry("ffsll", "iq"),
            Map.entry("popcount", "iu"), Map.entry("popcountl", "im"), Map.entry("popcountll", "iQ"),
            Map.entry("parity", "iu"), Map.entry("parityl", "im"), Map.entry("parityll", "iQ"),
            Map.entry("abs", "ii"), Map.entry("labs", "ll"), Map.entry("llabs", "qq"),
            Map.entry("expect", "lll"), Map.entry("expect_with_probability", "llld"),
            Map.entry("unreachable", "v"), Map.entry("trap", "v"),
            Map.entry("return_address", "pu"), Map.entry("frame_address", "pu"), Map.entry("extract_return_addr", "pp"),
            Map.entry("alloca", "pz"), Map.entry("alloca_with_align", "pzz"),
            Map.entry("memcpy", "ppPz"), Map.entry("memmove", "ppPz"), Map.entry("memset", "ppiz"),
            Map.entry("memcmp", "iPPz"), Map.entry("memchr", "pPiz"), Map.entry("bcmp", "iPPz"),
            Map.entry("strlen", "zC"), Map.entry("strnlen", "zCz"), Map.entry("strcpy", "ccC"),
            Map.entry("strncpy", "ccCz"), Map.entry("strcat", "ccC"), Map.entry("strncat", "ccCz"),
            Map.entry("strcmp", "iCC"), Map.entry("strncmp", "iCCz"), Map.entry("strchr", "cCi"),
            Map.entry("strrchr", "cCi"), Map.entry("strstr", "cCC"),
            Map.entry("fabs", "dd"), Map.entry("fabsf", "ff"), Map.entry("fabsl", "ee"),
            Map.entry("copysign", "ddd"), Map.entry("copysignf", "fff"), Map.entry("copysignl", "eee"),
            Map.entry("inf", "d"), Map.entry("inff", "f"), Map.entry("infl", "e"),
            Map.entry("huge_val", "d"), Map.entry("huge_valf", "f"), Map.entry("huge_vall", "e"),
            Map.entry("nan", "dC"), Map.entry("nanf", "fC"), Map.entry("nanl", "eC"),
            Map.entry("thread_pointer", "p"), Map.entry("ia32_pause", "v"));

    /** Results that are constant where the arguments are, also in an integer constant expression. */
    private static final Set<String> FOLDED = Set.of(
            "bswap16", "bswap32", "bswap64", "clz", "clzl", "clzll", "ctz", "ctzl", "ctzll", "clrsb", "clrsbl",
            "clrsbll", "ffs", "ffsl", "ffsll", "popcount", "popcountl", "popcountll", "parity", "parityl", "parityll",
            "abs", "labs", "llabs", "expect", "expect_with_probability");

    private final Unit unit;
    private final AtomicBuiltins atomics;
    private final SideEffects sideEffects;

    Builtins(Unit unit) {
        this.unit = unit;
        this.atomics = new AtomicBuiltins(unit);
        this.sideEffects = new SideEffects(unit);
    }

    boolean isBuiltin(String name) {
        if (name.startsWith("__sync_") || name.startsWith("__atomic_")) {
            return true;
        }
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        var plain = name.substring(PREFIX.length());
        // What is a library function by another name is called under that name.
        return SIGNATURES.containsKey(plain) || LibraryFunctions.type(plain, unit.types).isEmpty();
    }

    Operand call(String name, Expression.Call call, Scope scope) {
        if (!name.startsWith(PREFIX)) {
            return atomics.call(name, call, scope);
        }
        var plain = name.substring(PREFIX.length());
        var at = call.span().at();
        var signature = SIGNATURES.get(plain);
        if (signature != null) {
            return plain(plain, LibraryFunctions.parse(signature, unit.types), call, scope);
        }
        return switch (plain) {
            case "constant_p" -> constantP(call, scope);
            case "object_size", "dynamic_object_size" -> objectSize(plain, call, scope);
            case "add_overflow", "sub_overflow", "mul_overflow" -> overflow(plain, call, scope);
            case "add_overflow_p", "sub_overflow_p", "mul_overflow_p" -> overflowP(plain, call, scope);
            case "sadd_overflow", "ssub_overflow", "smul_overflow", "saddl_overflow", "ssubl_overflow",
                    "smull_overflow", "saddll_overflow", "ssubll_overflow", "smulll_overflow", "uadd_overflow",
                    "usub_overflow", "umul_overflow", "uaddl_overflow", "usubl_overflow", "umull_overflow",
                    "uaddll_overflow", "usubll_overflow", "umulll_overflow" -> typedOverflow(plain, call, scope);
            case "va_start", "c23_va_start", "va_end", "va_copy" -> variadic(plain, call, scope);
            case "prefetch" -> prefetch(call, scope);
            case "assume_aligned" -> assumeAligned(call, scope);
            case "classify_type" -> classify(call, scope);
            case "isnan", "isnanf", "isnanl", "isinf", "isinff", "isinfl", "isfinite", "finite", "finitef", "finitel",
                    "isnormal", "signbit", "signbitf", "signbitl", "isinf_sign" ->
                floatingTest(plain, call, scope);
            case "isgreater", "isgreaterequal", "isless", "islessequal", "islessgreater", "isunordered" ->
                floatingCompare(plain, call, scope);
            case "clear_padding", "setjmp", "longjmp", "apply", "apply_args", "return", "shuffle", "complex",
                    "counted_by_ref", "va_arg_pack", "va_arg_pack_len", "eh_return" -> refuse(name, at);
            default -> refuse(name, at);
        };
    }

    private Operand refuse(String name, Position at) {
        unit.reports.unsupported(at, "'" + name + "'");
        return Expressions.unknown(at);
    }

    // ---- arguments

    /** The arguments, or empty after a report or where one is unknown. */
    private Optional<List<Operand>> operands(Expression.Call call, int least, int most, Scope scope) {
        int given = call.arguments().size();
        if (given < least || given > most) {
            unit.reports.error(Codes.ARGUMENT_COUNT, call.span().at(),
                    "this builtin takes " + (least == most ? least : least + " to " + most) + " arguments, not " + given);
            return Optional.empty();
        }
        var operands = call.arguments().stream().map(a -> unit.expressions.analyze(a, scope)).toList();
        return operands.stream().anyMatch(o -> Types.isUnknown(o.type().type()))
                ? Optional.empty()
                : Optional.of(operands);
    }

    private Operand plain(String name, Type.Function type, Expression.Call call, Scope scope) {
        int count = type.parameters().size();
        var operands = operands(call, count, count, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(call.span().at());
        }
        var values = new ArrayList<Rvalue>();
        boolean constant = FOLDED.contains(name);
        for (int i = 0; i < count; i++) {
            var operand = operands.get().get(i);
            constant &= operand.isConstant();
            values.add(unit.conversions.assign(
                    type.parameters().get(i), operand, "argument " + (i + 1) + " of '__builtin_" + name + "'"));
        }
        if (values.stream().anyMatch(v -> Types.isUnknown(v.type()))) {
            return Expressions.unknown(call.span().at());
        }
        return new Operand.Computed(
                new Rvalue.Builtin(name, values, type.result().type(), call.span().at()), constant);
    }

    private static Operand builtin(String name, List<Rvalue> arguments, Type type, Position at) {
        return Operand.of(new Rvalue.Builtin(name, arguments, type, at));
    }

    // ---- what is known of a value

    /**
     * Decided here where folding says yes, or where gcc says no at once: the argument is never
     * evaluated, so one with side effects is not constant. Else decided late.
     */
    private Operand constantP(Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 1, 1, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var value = unit.conversions.value(operands.get().getFirst());
        if (unit.constants.isDecidedConstant(value)) {
            return Operand.constant(Types.constant(1, Types.INT, at));
        }
        if (scope.function().isEmpty() || !Types.isScalar(value.type()) || sideEffects.in(value)) {
            return Operand.constant(Types.constant(0, Types.INT, at));
        }
        return builtin("constant_p", List.of(value), Types.INT, at);
    }

    private Operand objectSize(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 2, 2, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var kind = unit.constants.require(operands.get().get(1), "the second argument of '__builtin_" + name + "'");
        var pointer = unit.conversions.value(operands.get().getFirst());
        if (kind.isEmpty()) {
            return Expressions.unknown(at);
        }
        if (kind.get().bitLength() > 2 || kind.get().signum() < 0) {
            unit.reports.error(Codes.BUILTIN, at, "the second argument of '__builtin_" + name + "' must be 0 to 3");
            return Expressions.unknown(at);
        }
        if (!Types.isPointer(pointer.type())) {
            unit.reports.error(Codes.BUILTIN, at, "'__builtin_" + name + "' needs a pointer");
            return Expressions.unknown(at);
        }
        return builtin(name, List.of(pointer, Types.constant(kind.get().longValue(), Types.INT, at)),
                unit.types.sizeType(), at);
    }

    // ---- overflow

    private Operand overflow(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 3, 3, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var left = unit.conversions.value(operands.get().get(0));
        var right = unit.conversions.value(operands.get().get(1));
        var result = unit.conversions.value(operands.get().get(2));
        boolean valid = Types.isInteger(left.type()) && Types.isInteger(right.type())
                && result.type() instanceof Type.Pointer p && p.target().type() instanceof Type.Integer;
        if (!valid) {
            unit.reports.error(Codes.BUILTIN, at, "'__builtin_" + name
                    + "' takes two integers and a pointer to an integer");
            return Expressions.unknown(at);
        }
        return builtin(name, List.of(left, right, result), Types.BOOL, at);
    }

    private Operand overflowP(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 3, 3, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var values = operands.get().stream().map(unit.conversions::value).toList();
        if (!values.stream().allMatch(v -> Types.isInteger(v.type()))) {
            unit.reports.error(Codes.BUILTIN, at, "'__builtin_" + name + "' takes three integers");
            return Expressions.unknown(at);
        }
        return builtin(name, values, Types.BOOL, at);
    }

    /** {@code saddl_overflow} and its like: the general one with the types given. */
    private Operand typedOverflow(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 3, 3, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        boolean signed = name.charAt(0) == 's';
        var operation = name.substring(1, 4);
        int longs = (int) name.substring(4, name.indexOf('_')).chars().filter(c -> c == 'l').count();
        var kind = switch (longs) {
            case 0 -> signed ? Type.IntegerKind.INT : Type.IntegerKind.UNSIGNED_INT;
            case 1 -> signed ? Type.IntegerKind.LONG : Type.IntegerKind.UNSIGNED_LONG;
            default -> signed ? Type.IntegerKind.LONG_LONG : Type.IntegerKind.UNSIGNED_LONG_LONG;
        };
        var type = QualifiedType.of(new Type.Integer(kind));
        var values = List.of(
                unit.conversions.assign(type, operands.get().get(0), "argument 1"),
                unit.conversions.assign(type, operands.get().get(1), "argument 2"),
                unit.conversions.assign(Types.pointerTo(type), operands.get().get(2), "argument 3"));
        return builtin(operation + "_overflow", values, Types.BOOL, at);
    }

    // ---- variable arguments

    private Operand variadic(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        int most = name.equals("c23_va_start") ? Integer.MAX_VALUE : name.equals("va_end") ? 1 : 2;
        int least = name.equals("va_copy") ? 2 : 1;
        var operands = operands(call, least, most, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var addresses = new ArrayList<Rvalue>();
        int lists = name.equals("va_copy") ? 2 : 1;
        for (var operand : operands.get().subList(0, lists)) {
            var list = list(operand);
            if (list.isEmpty()) {
                unit.reports.error(Codes.BUILTIN, at, "a va_list is needed here, not " + unit.text.quoted(operand.type()));
                return Expressions.unknown(at);
            }
            addresses.add(new Rvalue.AddressOf(list.get(), new Type.Pointer(list.get().type()), at));
        }
        if (name.endsWith("va_start") && !scope.function().map(f -> f.type.variadic()).orElse(false)) {
            unit.reports.error(Codes.BUILTIN, at, "va_start in a function without variable arguments");
            return Expressions.unknown(at);
        }
        return builtin(name.replace("c23_", ""), addresses, Types.VOID, at);
    }

    private static Optional<Lvalue> list(Operand operand) {
        return operand instanceof Operand.Place p && p.type().type() instanceof Type.VaList
                ? Optional.of(p.lvalue())
                : Optional.empty();
    }

    // ---- hints

    private Operand prefetch(Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 1, 3, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var values = new ArrayList<Rvalue>();
        values.add(unit.conversions.assign(
                QualifiedType.of(new Type.Pointer(new QualifiedType(
                        Types.VOID, QualifiedType.CONST | QualifiedType.VOLATILE, 0, 0))),
                operands.get().getFirst(), "argument 1"));
        int[] defaults = {0, 0, 3};
        for (int i = 1; i < 3; i++) {
            long value = defaults[i];
            if (i < operands.get().size()) {
                var given = unit.constants.require(operands.get().get(i), "argument " + (i + 1) + " of '__builtin_prefetch'");
                value = given.map(Number::longValue).orElse(value);
            }
            values.add(Types.constant(value, Types.INT, at));
        }
        return builtin("prefetch", values, Types.VOID, at);
    }

    private Operand assumeAligned(Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 2, 3, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var size = QualifiedType.of(unit.types.sizeType());
        var values = new ArrayList<Rvalue>();
        values.add(unit.conversions.assign(
                QualifiedType.of(new Type.Pointer(new QualifiedType(Types.VOID, QualifiedType.CONST, 0, 0))),
                operands.get().getFirst(), "argument 1"));
        for (int i = 1; i < operands.get().size(); i++) {
            values.add(unit.conversions.assign(size, operands.get().get(i), "argument " + (i + 1)));
        }
        return builtin("assume_aligned", values, Types.VOID_POINTER, at);
    }

    // ---- classes and floating tests

    /** gcc's {@code enum type_class}. */
    private Operand classify(Expression.Call call, Scope scope) {
        var at = call.span().at();
        if (call.arguments().size() != 1) {
            return refuse("__builtin_classify_type of this", at);
        }
        var type = unit.conversions.value(unit.expressions.unevaluated(call.arguments().getFirst(), scope)).type();
        int number = switch (type) {
            case Type.Void v -> 0;
            case Type.Pointer p -> 5;
            case Type.Floating f -> 8;
            case Type.Record r -> unit.registry.peek(r.id()).union() ? 13 : 12;
            default -> 1;
        };
        return Types.isUnknown(type)
                ? Expressions.unknown(at)
                : Operand.constant(Types.constant(number, Types.INT, at));
    }

    private Operand floatingTest(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 1, 1, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var value = unit.conversions.value(operands.get().getFirst());
        if (!(value.type() instanceof Type.Floating)) {
            unit.reports.error(Codes.BUILTIN, at, "'__builtin_" + name + "' needs a floating operand");
            return Expressions.unknown(at);
        }
        return builtin(name, List.of(value), Types.INT, at);
    }

    private Operand floatingCompare(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = operands(call, 2, 2, scope);
        if (operands.isEmpty()) {
            return Expressions.unknown(at);
        }
        var left = unit.conversions.value(operands.get().get(0));
        var right = unit.conversions.value(operands.get().get(1));
        if (!Types.isArithmetic(left.type()) || !Types.isArithmetic(right.type())
                || !(unit.conversions.common(left, right) instanceof Type.Floating common)) {
            unit.reports.error(Codes.BUILTIN, at, "'__builtin_" + name + "' needs floating operands");
            return Expressions.unknown(at);
        }
        return builtin(name, List.of(
                unit.conversions.convert(left, common), unit.conversions.convert(right, common)), Types.INT, at);
    }
}
