package org.latebind.bind.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.universe.ShapeOfType;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.KernelDifferences;
import org.latebind.headers.api.KernelDifferences.Change;
import org.latebind.headers.api.KernelDifferences.Difference;
import org.latebind.headers.api.KernelDifferences.Kind;
import org.latebind.ir.api.DeferredModule;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.target.api.Targets;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.typed.api.LayoutService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares two kernels, named {@code from} and {@code to}.
 *
 * <p>Where the run has a {@link DeferredModule} as well, only what it may use is compared: the names that it has and
 * does not define, and those that the macros and header functions among them mention, and so on.
 */
@Component(service = Pass.class)
@PassInfo(name = "diff", consumes = HeaderData.class, produces = KernelDifferences.class)
public final class DiffPass implements Pass {
    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final LayoutService layouts;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public DiffPass(
            @Reference PreprocessorFactory preprocessors,
            @Reference CParser parser,
            @Reference SemanticAnalysis analysis,
            @Reference LayoutService layouts,
            @Reference Targets targets,
            @Reference Lexer lexer) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.analysis = analysis;
        this.layouts = layouts;
        this.targets = targets;
        this.lexer = lexer;
    }

    @Override
    public void run(RunContext context) {
        var kernels = context.all(HeaderData.class);
        var from = kernels.get("from");
        var to = kernels.get("to");
        context.progress().report("reading " + from.identity().release(), 0, 2);
        var before = picture(from);
        context.progress().report("reading " + to.identity().release(), 1, 2);
        var after = picture(to);
        var oldFunctions = before.declarations(true);
        var newFunctions = after.declarations(true);
        Predicate<String> wanted = context.find(DeferredModule.class).<Predicate<String>>map(module -> {
            var used = used(module);
            var names = closure(used, before, oldFunctions);
            names.addAll(closure(used, after, newFunctions));
            return names::contains;
        }).orElse(name -> true);

        context.progress().report("comparing", 0, 0);
        var all = new TreeMap<Kind, List<Difference>>();
        all.put(Kind.CONFIG, compare(from.configs(), to.configs(), wanted, DiffPass::twoLines, String::toString));
        all.put(Kind.SYMBOL, compare(symbols(from), symbols(to), wanted, DiffPass::twoLines, String::toString));
        all.put(Kind.MACRO, compare(before.macros(), after.macros(), wanted, DiffPass::twoLines, String::toString));
        all.put(Kind.INLINE_FUNCTION, compare(oldFunctions, newFunctions, wanted, DiffPass::twoLines, String::toString));
        all.put(Kind.DECLARATION, compare(
                before.declarations(false), after.declarations(false), wanted, DiffPass::twoLines, String::toString));
        context.checkCanceled();
        all.put(Kind.TYPE, compare(types(before, wanted), types(after, wanted), name -> true,
                DiffPass::moved, shape -> shape.bytes().map(bytes -> bytes + " bytes").orElse("no size")));
        context.put(KernelDifferences.class, new KernelDifferences(from.identity().release(), to.identity().release(), all));
    }

    private KernelPicture picture(HeaderData headers) {
        var target = targets.bind(headers.identity().target(), headers.settings());
        return new KernelPicture(headers, target,
                UnitPreprocessing.withFragments(preprocessors, headers, target), lexer, parser);
    }

    private SortedMap<String, ShapeOfType> types(KernelPicture picture, Predicate<String> wanted) {
        var types = new TreeMap<String, ShapeOfType>();
        picture.types(wanted, lexer, parser, analysis, layouts).forEach((name, shape) -> types.put(name.toString(), shape));
        return types;
    }

    private static SortedMap<String, String> symbols(HeaderData headers) {
        var symbols = new TreeMap<String, String>();
        headers.symbolNames().forEach(name -> headers.symbol(name).ifPresent(symbol -> symbols.put(name, text(symbol))));
        return symbols;
    }

    private static String text(ExportedSymbol symbol) {
        return String.format("CRC 0x%08x, %s, %s%s", symbol.crc(), symbol.owner(),
                symbol.exportClass() == ExportedSymbol.ExportClass.GPL_ONLY ? "GPL only" : "any license",
                symbol.namespace().isEmpty() ? "" : ", namespace " + symbol.namespace());
    }

    private static <T> List<Difference> compare(SortedMap<String, T> from, SortedMap<String, T> to, Predicate<String> wanted,
            BiFunction<T, T, List<String>> changes, java.util.function.Function<T, String> text) {
        var names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        names.removeIf(wanted.negate());
        var found = new ArrayList<Difference>();
        for (var name : names) {
            var old = from.get(name);
            var now = to.get(name);
            if (old == null) {
                found.add(new Difference(name, Change.ADDED, List.of(text.apply(now))));
            } else if (now == null) {
                found.add(new Difference(name, Change.REMOVED, List.of(text.apply(old))));
            } else if (!old.equals(now)) {
                found.add(new Difference(name, Change.CHANGED, changes.apply(old, now)));
            }
        }
        return found;
    }

    private static List<String> twoLines(String old, String now) {
        return List.of("was " + old, "now " + now);
    }

    /** What of a type moved, came and went. */
    private static List<String> moved(ShapeOfType old, ShapeOfType now) {
        var lines = new ArrayList<String>();
        if (!old.bytes().equals(now.bytes())) {
            lines.add(size(old) + " -> " + size(now));
        }
        var before = parts(old);
        var after = parts(now);
        before.forEach((name, place) -> {
            if (!after.containsKey(name)) {
                lines.add("- " + name + ": " + place);
            } else if (!after.get(name).equals(place)) {
                lines.add("~ " + name + ": " + place + " -> " + after.get(name));
            }
        });
        after.forEach((name, place) -> {
            if (!before.containsKey(name)) {
                lines.add("+ " + name + ": " + place);
            }
        });
        return lines;
    }

    private static String size(ShapeOfType shape) {
        return shape.bytes().map(bytes -> bytes + " bytes").orElse("no size");
    }

    private static Map<String, String> parts(ShapeOfType shape) {
        var parts = new LinkedHashMap<String, String>();
        shape.members().forEach(m -> parts.put(m.name(), m.bits() > 0
                ? "bit " + m.bitOffset() % 8 + " of offset " + m.bitOffset() / 8 + ", " + m.bits() + " bits"
                : "offset " + m.bitOffset() / 8 + (m.bytes() < 0 ? "" : ", " + m.bytes() + " bytes")));
        shape.constants().forEach(c -> parts.put(c.name(), c.value().toString()));
        return parts;
    }

    /** What a module names and does not define. */
    private static Set<String> used(DeferredModule module) {
        var used = new HashSet<String>();
        var defined = new HashSet<String>();
        module.files().forEach(file -> collect(file.items(), used, defined));
        used.removeAll(defined);
        return used;
    }

    private static void collect(List<DeferredItem> items, Set<String> used, Set<String> defined) {
        for (var item : items) {
            used.addAll(item.uses());
            defined.addAll(item.defines());
            if (item.form() instanceof DeferredItem.Form.Conditional choice) {
                choice.branches().forEach(branch -> collect(branch.items(), used, defined));
            }
        }
    }

    private static Set<String> closure(Set<String> names, KernelPicture picture, SortedMap<String, String> functions) {
        var all = new HashSet<>(names);
        var waiting = new ArrayDeque<>(names);
        while (!waiting.isEmpty()) {
            for (var mentioned : picture.mentions(waiting.pop(), functions)) {
                if (all.add(mentioned)) {
                    waiting.add(mentioned);
                }
            }
        }
        return all;
    }
}
