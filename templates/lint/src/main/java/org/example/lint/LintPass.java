package org.example.lint;

import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.token.api.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * Reports each call of a function that the kernel has deprecated.
 *
 * <pre>
 * item FUNCTION name_it, uses strcpy ...     m.c:7:2: warning[LB9990]: 'strcpy' is deprecated
 *   strcpy(t->comm, "x");              --&gt;      7 | 	strcpy(t->comm, "x");
 * </pre>
 *
 * <p>It works on the deferred form: no kernel is needed, macros are unexpanded, and both branches of every
 * conditional are seen. The option {@code names} of its pipeline line says what is deprecated.
 */
@Component(service = Pass.class)
@PassInfo(name = "lint", consumes = DeferredModule.class, produces = {}, options = "names")
public final class LintPass implements Pass {
    @Override
    public void run(RunContext context) {
        var deprecated = Set.copyOf(List.of(context.option("names").orElse("strcpy").split(",")));
        for (var file : context.get(DeferredModule.class).files()) {
            file.items().forEach(item -> look(item, file, deprecated, context));
        }
    }

    /** An item says which names it uses, so most need no closer look. */
    private static void look(DeferredItem item, DeferredFile file, Set<String> deprecated, RunContext context) {
        if (item.form() instanceof DeferredItem.Form.Conditional conditional) {
            conditional.branches().forEach(branch ->
                    branch.items().forEach(inner -> look(inner, file, deprecated, context)));
        } else if (item.uses().stream().anyMatch(deprecated::contains)) {
            report(item, file, deprecated, context);
        }
    }

    private static void report(DeferredItem item, DeferredFile file, Set<String> deprecated, RunContext context) {
        var tokens = file.tokens().tokens();
        for (int i = item.span().first(); i + 1 < item.span().end(); i++) {
            var token = tokens.get(i);
            boolean member = i > 0 && (tokens.get(i - 1).isPunctuator(".") || tokens.get(i - 1).isPunctuator("->"));
            if (token.kind() == TokenKind.IDENTIFIER && deprecated.contains(token.text())
                    && tokens.get(i + 1).isPunctuator("(") && !member) {
                context.count("deprecated", 1);
                context.diagnostics().report(Diagnostic.warning("LB9990", token.position(),
                        "'" + token.text() + "' is deprecated"));
            }
        }
    }
}
