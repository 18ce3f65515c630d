package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.SectionRule;

/**
 * The linker script for modules, {@code module.lds}, as the C preprocessor left it: the part of the
 * GNU linker's language that it uses.
 *
 * <pre>
 * SECTIONS {
 *  /DISCARD/ : { *(.discard) }
 *  __ksymtab 0 : ALIGN(8) { *(SORT(___ksymtab+*)) }
 *  .data : { . = ALIGN(8); __start_alloc_tags = .; KEEP(*(alloc_tags)) }
 * }
 * </pre>
 */
final class ModuleScript {
    // '*' is a token of its own only before '(': elsewhere it is part of a pattern.
    private static final Pattern TOKEN = Pattern.compile("\\s+|/\\*.*?\\*/|\\*(?=\\s*\\()|[(){};:=]|[^\\s(){};:=]+", Pattern.DOTALL);

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ModuleScript(String text) {
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            var token = matcher.group();
            if (!token.isBlank() && !(token.startsWith("/*") && token.endsWith("*/"))) {
                tokens.add(token);
            }
        }
    }

    /**
     * The script's output sections.
     *
     * @throws DiagnosticException where the script says something that is not understood
     */
    static List<SectionRule> parse(String text) {
        var script = new ModuleScript(text);
        var rules = new ArrayList<SectionRule>();
        do {
            script.sections(rules);
        } while (script.next < script.tokens.size());
        return List.copyOf(rules);
    }

    /** One {@code SECTIONS} command; an architecture's own header adds a second one. */
    private void sections(List<SectionRule> rules) {
        expect("SECTIONS");
        expect("{");
        while (!peek().equals("}")) {
            rules.add(outputSection());
        }
        expect("}");
    }

    private SectionRule outputSection() {
        var name = take();
        if (!peek().equals(":")) {
            take(); // the address, 0 in a relocatable link
        }
        expect(":");
        int alignment = 0;
        if (peek().equals("ALIGN")) {
            take();
            alignment = bracketedNumber();
        }
        expect("{");
        var statements = new ArrayList<SectionRule.Statement>();
        while (!peek().equals("}")) {
            statement(statements);
        }
        expect("}");
        return new SectionRule(name, alignment, statements);
    }

    private void statement(List<SectionRule.Statement> out) {
        var token = take();
        if (token.equals(";")) {
            return;
        }
        if (token.equals("KEEP")) {
            expect("(");
            expect("*");
            inputs(out);
            expect(")");
        } else if (token.equals("*")) {
            inputs(out);
        } else if (token.equals("BYTE")) {
            // Keeps a section that a module loader fills; the architecture's part of packaging adds it.
            bracketedNumber();
        } else if (peek().equals("=")) {
            expect("=");
            out.add(assignment(token));
        } else {
            throw wrong(token);
        }
    }

    private SectionRule.Statement assignment(String name) {
        var value = take();
        if (name.equals(".") && value.equals("ALIGN")) {
            return new SectionRule.Align(bracketedNumber());
        }
        if (!name.equals(".") && value.equals(".")) {
            return new SectionRule.Symbol(name);
        }
        throw wrong(name + " = " + value);
    }

    /** {@code (.data .data.* SORT(.init.*))}. */
    private void inputs(List<SectionRule.Statement> out) {
        expect("(");
        while (!peek().equals(")")) {
            var token = take();
            if (token.equals("SORT") || token.equals("SORT_BY_NAME")) {
                expect("(");
                out.add(new SectionRule.Input(take(), true));
                expect(")");
            } else if (token.matches("[(){};:=]")) {
                throw wrong(token);
            } else {
                out.add(new SectionRule.Input(token, false));
            }
        }
        expect(")");
    }

    private int bracketedNumber() {
        expect("(");
        var number = take();
        expect(")");
        if (!number.matches("\\d{1,6}")) {
            throw wrong("(" + number + ")");
        }
        return Integer.parseInt(number);
    }

    private String peek() {
        if (next == tokens.size()) {
            throw wrong("its end");
        }
        return tokens.get(next);
    }

    private String take() {
        var token = peek();
        next++;
        return token;
    }

    private void expect(String wanted) {
        var token = take();
        if (!token.equals(wanted)) {
            throw wrong(token);
        }
    }

    private static DiagnosticException wrong(String what) {
        return DiagnosticException.refused(Diagnostic.error("LB5008",
                "cannot understand the kernel's linker script for modules (module.lds) at '" + what + "'"));
    }
}
