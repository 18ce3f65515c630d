package org.latebind.sema;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedUnit;
import org.osgi.service.component.annotations.Component;

/**
 * The typed tree as text, for {@code --dump-after bind}.
 *
 * <pre>
 * unit main.o
 * function internal int add(int, int)
 *   %0 int a
 *   {
 *     return (add [int] (load %0) ...)
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class PrintTypedUnit implements ArtifactPrinter<TypedUnit> {
    @Override
    public Class<TypedUnit> type() {
        return TypedUnit.class;
    }

    @Override
    public boolean print(TypedUnit unit, Optional<String> name, Appendable out) throws IOException {
        var types = new TypeText(unit.types());
        var statements = new TypedStatementText(unit, types);
        boolean found = name.isEmpty();
        if (name.isEmpty()) {
            out.append("unit ").append(unit.name()).append('\n');
            for (var asm : unit.fileAsm()) {
                out.append("asm ").append(TypedExpressionText.text(Literals.plain(asm.text()))).append('\n');
            }
        }
        for (var variable : unit.variables()) {
            if (name.isEmpty() || name.get().equals(variable.name())) {
                found = true;
                out.append(variable(variable, types, statements)).append('\n');
            }
        }
        for (var function : unit.functions()) {
            if (name.isEmpty() || name.get().equals(function.name())) {
                found = true;
                out.append(function(function, types, statements));
            }
        }
        return found;
    }

    private static String variable(GlobalVariable v, TypeText types, TypedStatementText statements) {
        return "variable " + linkage(v.defined(), v.linkage()) + (v.threadLocal() ? " thread-local " : " ")
                + types.declare(v.type(), v.linkName()) + attributes(v.attributes())
                + v.initializer().map(i -> " = " + statements.expressions().initializer(i)).orElse("");
    }

    private static String function(TypedFunction f, TypeText types, TypedStatementText statements) {
        var out = new StringBuilder("function ").append(linkage(f.body().isPresent(), f.linkage())).append(' ')
                .append(types.declare(QualifiedType.of(f.type()), f.linkName()))
                .append(attributes(f.attributes())).append('\n');
        f.body().ifPresent(body -> {
            for (var local : body.locals()) {
                out.append("  %").append(local.id().index()).append(' ')
                        .append(types.declare(local.type(), local.name().orElse("")))
                        .append(local.alignment() == 0 ? "" : " aligned " + local.alignment())
                        .append(local.register().map(r -> " register " + r).orElse(""))
                        .append(local.cleanup().map(c -> " cleanup #" + c.index()).orElse(""))
                        .append('\n');
            }
            statements.print(body.block(), 1, out);
        });
        return out.toString();
    }

    private static String linkage(boolean defined, Linkage linkage) {
        return defined ? linkage.name().toLowerCase(Locale.ROOT).replace('_', '-') : "undefined";
    }

    private static String attributes(SymbolAttributes attributes) {
        var out = new StringBuilder();
        attributes.section().ifPresent(s -> out.append(" section ").append(s));
        attributes.alias().ifPresent(a -> out.append(" alias ").append(a));
        if (attributes.alignment() != 0) {
            out.append(" aligned ").append(attributes.alignment());
        }
        if (attributes.visibility() != SymbolAttributes.Visibility.DEFAULT) {
            out.append(' ').append(attributes.visibility().name().toLowerCase(Locale.ROOT));
        }
        attributes.flags().stream().map(Enum::name).sorted()
                .forEach(flag -> out.append(' ').append(flag.toLowerCase(Locale.ROOT).replace('_', '-')));
        return out.toString();
    }
}
