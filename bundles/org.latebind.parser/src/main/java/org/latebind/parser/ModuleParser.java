package org.latebind.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.DeferredItem.Form;
import org.latebind.syntax.api.DeferredParser;
import org.latebind.syntax.api.ModuleNames;
import org.latebind.token.api.LexedFile;
import org.osgi.service.component.annotations.Component;

/** The parser of a module's own files as a service. */
@Component
public final class ModuleParser implements DeferredParser {
    @Override
    public ModuleNames survey(List<LexedFile> files) {
        var typedefs = new HashSet<String>();
        var ordinary = new HashSet<String>();
        var macros = new DefinedMacros();
        for (var file : files) {
            macros.collect(file.tokens());
            collect(parse(file, ModuleNames.NONE, diagnostic -> { }), typedefs, ordinary);
        }
        ordinary.removeAll(typedefs);
        return new ModuleNames(typedefs, ordinary, macros.names(), macros.unbalanced());
    }

    private static void collect(List<DeferredItem> items, Set<String> typedefs, Set<String> ordinary) {
        for (var item : items) {
            switch (item.form()) {
                case Form.Structured(Declaration tree, var assumptions) -> {
                    var names = TreeNames.of(tree);
                    typedefs.addAll(names.typedefs());
                    ordinary.addAll(names.ordinary());
                }
                case Form.Conditional(var branches) ->
                    branches.forEach(branch -> collect(branch.items(), typedefs, ordinary));
                case Form.Directive d -> { }
                case Form.TokensOnly t -> { }
            }
        }
    }

    @Override
    public List<DeferredItem> parse(LexedFile file, ModuleNames names, DiagnosticSink sink) {
        return new ItemParser(file, names, sink).parse();
    }
}
