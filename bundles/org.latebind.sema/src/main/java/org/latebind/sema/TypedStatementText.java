package org.latebind.sema;

import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.TypedAsm;
import org.latebind.typed.api.TypedStatement;
import org.latebind.typed.api.TypedUnit;

/** Typed statements as text, one a line. */
final class TypedStatementText {
    private final TypedExpressionText expressions;

    TypedStatementText(TypedUnit unit, TypeText types) {
        this.expressions = new TypedExpressionText(unit, types, this);
    }

    TypedExpressionText expressions() {
        return expressions;
    }

    /** A statement expression's block, on one line. */
    String inline(TypedStatement.Block block) {
        var out = new StringBuilder();
        print(block, 0, out);
        return out.toString().strip().replaceAll("\\s*\n\\s*", "; ").replace("{;", "{").replace("; }", " }");
    }

    void print(TypedStatement statement, int depth, StringBuilder out) {
        switch (statement) {
            case TypedStatement.Block b -> {
                line(depth, "{", out);
                b.items().forEach(i -> print(i, depth + 1, out));
                line(depth, "}", out);
            }
            case TypedStatement.Declare d -> line(depth, "declare %" + d.local().index()
                    + d.initializer().value().map(v -> " = " + expressions.initializer(v)).orElse(""), out);
            case TypedStatement.Evaluate e -> line(depth, value(e.value()), out);
            case TypedStatement.If i -> {
                line(depth, "if " + value(i.condition()), out);
                print(i.then(), depth + 1, out);
                i.otherwise().ifPresent(o -> {
                    line(depth, "else", out);
                    print(o, depth + 1, out);
                });
            }
            case TypedStatement.For f -> {
                line(depth, "for", out);
                f.initial().ifPresent(s -> print(s, depth + 1, out));
                line(depth, "while " + optional(f.condition()) + " step " + optional(f.step()), out);
                print(f.body(), depth + 1, out);
            }
            case TypedStatement.While w -> {
                line(depth, "while " + value(w.condition()), out);
                print(w.body(), depth + 1, out);
            }
            case TypedStatement.DoWhile d -> {
                line(depth, "do", out);
                print(d.body(), depth + 1, out);
                line(depth, "while " + value(d.condition()), out);
            }
            case TypedStatement.Switch s -> {
                line(depth, "switch " + value(s.value()) + cases(s), out);
                print(s.body(), depth + 1, out);
            }
            case TypedStatement.Label l -> {
                line(depth, "L" + l.label().index() + ":", out);
                print(l.body(), depth, out);
            }
            case TypedStatement.Goto g -> line(depth, "goto L" + g.label().index(), out);
            case TypedStatement.ComputedGoto g -> line(depth, "goto " + value(g.target()), out);
            case TypedStatement.Break b -> line(depth, "break", out);
            case TypedStatement.Continue c -> line(depth, "continue", out);
            case TypedStatement.Return r -> line(depth, "return" + r.value().map(v -> " " + value(v)).orElse(""), out);
            case TypedStatement.Asm a -> line(depth, asm(a.asm()), out);
            case TypedStatement.Empty e -> line(depth, "empty", out);
        }
    }

    private static void line(int depth, String text, StringBuilder out) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private String value(Rvalue value) {
        return expressions.value(value);
    }

    private String optional(Optional<Rvalue> value) {
        return value.map(this::value).orElse("-");
    }

    private static String cases(TypedStatement.Switch s) {
        var out = new StringBuilder();
        s.cases().forEach(c -> out.append(", ").append(c.low())
                .append(c.low().equals(c.high()) ? "" : " ... " + c.high())
                .append(" -> L").append(c.label().index()));
        s.defaultLabel().ifPresent(l -> out.append(", default -> L").append(l.index()));
        return out.toString();
    }

    private String asm(TypedAsm asm) {
        var outputs = asm.outputs().stream()
                .map(o -> name(o.name()) + '"' + o.constraint() + "\" " + expressions.place(o.target()))
                .collect(Collectors.joining(", "));
        var inputs = asm.inputs().stream()
                .map(i -> name(i.name()) + '"' + i.constraint() + "\" "
                        + i.value().map(this::value).or(() -> i.memory().map(expressions::place)).orElse("-"))
                .collect(Collectors.joining(", "));
        var labels = asm.labels().stream()
                .map(l -> l.name() + " L" + l.label().index())
                .collect(Collectors.joining(", "));
        return "asm" + (asm.isVolatile() ? " volatile" : "") + (asm.isGoto() ? " goto" : "") + " "
                + TypedExpressionText.text(Literals.plain(asm.template())) + " : " + outputs + " : " + inputs + " : "
                + String.join(", ", asm.clobbers()) + " : " + labels;
    }

    private static String name(Optional<String> name) {
        return name.map(n -> "[" + n + "] ").orElse("");
    }
}
