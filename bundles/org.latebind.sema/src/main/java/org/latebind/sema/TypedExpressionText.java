package org.latebind.sema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedUnit;

/**
 * Typed expressions as text, each conversion written out.
 *
 * <pre>
 * p->n + 1       (+ int (load (member (deref (load %0)) n)) 1)
 * </pre>
 */
final class TypedExpressionText {
    private final TypedUnit unit;
    private final TypeText types;
    private final TypedStatementText statements;

    TypedExpressionText(TypedUnit unit, TypeText types, TypedStatementText statements) {
        this.unit = unit;
        this.types = types;
        this.statements = statements;
    }

    String value(Rvalue value) {
        return switch (value) {
            case Rvalue.IntegerConstant c -> c.value() + ":" + types.of(c.type());
            case Rvalue.FloatingConstant c -> c.value() + ":" + types.of(c.type());
            case Rvalue.Load l -> "(load " + place(l.source()) + ")";
            case Rvalue.AddressOf a -> "(address " + place(a.object()) + ")";
            case Rvalue.ArrayDecay a -> "(decay " + place(a.array()) + ")";
            case Rvalue.LabelAddress l -> "(label L" + l.label().index() + ")";
            case Rvalue.Convert c -> typed("convert", value, c.operand());
            case Rvalue.Splat s -> typed("splat", value, s.element());
            case Rvalue.Negate n -> typed("negate", value, n.operand());
            case Rvalue.Complement c -> typed("complement", value, c.operand());
            case Rvalue.Not n -> typed("not", value, n.operand());
            case Rvalue.Arithmetic a -> typed(word(a.operator()), value, a.left(), a.right());
            case Rvalue.PointerOffset p ->
                typed(p.subtract() ? "pointer-subtract" : "pointer-add", value, p.pointer(), p.index());
            case Rvalue.PointerDifference d -> typed("pointer-difference", value, d.left(), d.right());
            case Rvalue.Compare c -> typed(word(c.operator()), value, c.left(), c.right());
            case Rvalue.Logical l -> typed(l.and() ? "and" : "or", value, l.left(), l.right());
            case Rvalue.Conditional c -> typed("if", value, c.condition(), c.then(), c.otherwise());
            case Rvalue.Bind b -> "(bind %" + b.local().index() + " " + value(b.value()) + " " + value(b.body()) + ")";
            case Rvalue.Assign a -> "(assign " + place(a.target()) + " " + value(a.value()) + ")";
            case Rvalue.CompoundAssign a -> "(assign-" + word(a.operator()) + " [" + types.of(a.computation()) + "] "
                    + place(a.target()) + " " + value(a.value()) + ")";
            case Rvalue.Increment i -> "(" + (i.postfix() ? "post-" : "pre-")
                    + (i.decrement() ? "decrement " : "increment ") + place(i.target()) + ")";
            case Rvalue.Comma c -> "(comma " + value(c.left()) + " " + value(c.right()) + ")";
            case Rvalue.Call c -> "(call " + value(c.callee()) + values(c.arguments()) + ")";
            case Rvalue.Builtin b -> "(builtin " + b.builtin().bareName() + " [" + types.of(b.type()) + "]" + values(b.arguments()) + ")";
            case Rvalue.StatementExpression s -> "(statements " + statements.inline(s.block())
                    + s.value().map(v -> " " + value(v)).orElse("") + ")";
            case Rvalue.VaArg v -> "(va_arg [" + types.of(v.type()) + "] " + place(v.list()) + ")";
            case Rvalue.SizeOf s -> "(sizeof [" + types.of(s.operand()) + "])";
            case Rvalue.AlignOf a -> "(alignof [" + types.of(a.operand()) + "])";
            case Rvalue.OffsetOf o -> "(offsetof " + path(o.path()) + ")";
        };
    }

    private String typed(String word, Rvalue whole, Rvalue... operands) {
        return "(" + word + " [" + types.of(whole.type()) + "]" + values(List.of(operands)) + ")";
    }

    private String values(List<Rvalue> values) {
        return values.stream().map(v -> " " + value(v)).collect(Collectors.joining());
    }

    private static String word(Enum<?> operator) {
        return operator.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String place(Lvalue place) {
        return switch (place) {
            case Lvalue.Global g -> "@" + unit.variables().get(g.variable().index()).linkName();
            case Lvalue.Local l -> "%" + l.local().index();
            case Lvalue.Function f -> "@" + unit.functions().get(f.function().index()).linkName();
            case Lvalue.Dereference d -> "(deref " + value(d.pointer()) + ")";
            case Lvalue.Member m -> "(member " + place(m.base()) + " " + path(m.path()) + ")";
            case Lvalue.Text t -> text(t.data());
            case Lvalue.CompoundLiteral c -> "(literal %" + c.local().index()
                    + c.initializer().value().map(v -> " " + initializer(v)).orElse("") + ")";
            case Lvalue.Temporary t -> "(temporary " + value(t.value()) + ")";
            case Lvalue.Register r -> "(register " + r.name() + ")";
        };
    }

    /** The member's name, with the indices of anonymous members on the way. */
    private String path(FieldPath path) {
        var definition = unit.types().record(path.record());
        var out = new StringBuilder();
        for (var step : path.steps()) {
            var member = definition.members().get(step);
            out.append(out.isEmpty() ? "" : ".").append(member.name().orElse("#" + step));
            if (member.type().type() instanceof org.latebind.typed.api.Type.Record inner) {
                definition = unit.types().record(inner.id());
            }
        }
        return out.toString();
    }

    String initializer(TypedInitializer initializer) {
        return switch (initializer) {
            case TypedInitializer.Single s -> value(s.value());
            case TypedInitializer.Text t -> text(t.data());
            case TypedInitializer.Members m -> m.values().stream()
                    .map(v -> "." + v.member() + " = " + initializer(v.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case TypedInitializer.Elements e -> e.values().stream()
                    .map(v -> "[" + v.low() + (v.high() == v.low() ? "" : " ... " + v.high()) + "] = "
                            + initializer(v.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    static String text(StringData data) {
        var out = new StringBuilder(data.elementBytes() == 1 ? "\"" : data.elementBytes() == 2 ? "u\"" : "U\"");
        for (int i = 0; i < data.elements().size() - 1; i++) {
            int c = data.elements().get(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                out.append((char) c);
            } else {
                out.append(String.format(Locale.ROOT, "\\x%x;", c));
            }
        }
        return out.append('"').toString();
    }
}
