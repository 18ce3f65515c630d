package org.latebind.bind;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredModule;
import org.latebind.pass.api.RunContext;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.token.api.Token;

/** What a module needs of a kernel beyond the types that BTF has. */
final class BtfNeeds {
    /** Words of directives, which stand among the names of a conditional. */
    private static final Set<String> DIRECTIVES =
            Set.of("defined", "if", "ifdef", "ifndef", "elif", "else", "endif", "__has_include", "__has_attribute");

    private final DeferredModule module;
    private final HeaderData headers;

    BtfNeeds(DeferredModule module, HeaderData headers) {
        this.module = module;
        this.headers = headers;
    }

    /** Refuses a module that needs more, and code of any. */
    void check(RunContext context) {
        var missing = missing();
        missing.forEach((name, at) -> context.diagnostics().report(Diagnostic.error("LB5110", at,
                        "'" + name + "' is not in the BTF that this header data was made from: BTF has types, and no macros"
                                + " and functions")
                .withHelp(help())));
        if (!missing.isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error("LB5111", "kernel " + headers.identity().release()
                            + " is known by its BTF alone, and the module needs " + missing.size() + " things that are not in it")
                    .withHelp(help()));
        }
        if (context.option("code").filter("none"::equals).isEmpty()) {
            throw DiagnosticException.refused(Diagnostic.error("LB5111", "kernel " + headers.identity().release()
                            + " is known by its BTF alone, which has neither compiler flags nor vermagic: no code can be made for it")
                    .withHelp(help()));
        }
    }

    private String help() {
        return "ingest that kernel's header packages (linux-headers-" + headers.identity().release()
                + " and what they depend on), or its build tree";
    }

    /** Names that the module uses, that it does not define, and that no type's text has. */
    private SortedMap<String, Position> missing() {
        var used = new TreeMap<String, Position>();
        var known = new HashSet<>(DIRECTIVES);
        module.files().forEach(file -> collect(file.items(), used, known));
        headers.header(HeaderData.BTF_HEADER).ifPresent(header ->
                known.addAll(header.tokens().stream().map(Token::text).collect(Collectors.toSet())));
        used.keySet().removeAll(known);
        return used;
    }

    private static void collect(List<DeferredItem> items, Map<String, Position> used, Set<String> defined) {
        for (var item : items) {
            item.uses().forEach(name -> used.putIfAbsent(name, item.span().at()));
            item.defines().forEach(name -> defined.add(name.substring(name.lastIndexOf(' ') + 1)));
            if (item.form() instanceof DeferredItem.Form.Conditional choice) {
                choice.branches().forEach(branch -> collect(branch.items(), used, defined));
            }
        }
    }
}
