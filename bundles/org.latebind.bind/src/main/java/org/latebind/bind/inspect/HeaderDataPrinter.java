package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderEntry;
import org.latebind.headers.api.SectionRule;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.token.api.HeaderFragment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Header data as text.
 *
 * <pre>
 * show k.khd                    identity, include path, settings, what was left out
 * show k.khd config             every config symbol; also: symbols, headers, sections, settings, flags
 * show k.khd CONFIG_SMP         one config symbol
 * show k.khd kmalloc            an exported symbol, and what headers define by that name
 * show k.khd list_head          a type, with its layout
 * show k.khd "struct page"      that of a tag only
 * show k.khd task_struct.pid    where a member lies
 * show k.khd linux/list.h       a header's text, as its tokens have it
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class HeaderDataPrinter implements ArtifactPrinter<HeaderData> {
    private final DescribeTypes types;

    @Activate
    public HeaderDataPrinter(@Reference DescribeTypes types) {
        this.types = types;
    }

    @Override
    public Class<HeaderData> type() {
        return HeaderData.class;
    }

    @Override
    public boolean print(HeaderData data, Optional<String> name, Appendable out) throws IOException {
        switch (name.orElse("")) {
            case "" -> summary(data, out);
            case "config" -> config(data, out);
            case "symbols" -> symbols(data, out);
            case "headers" -> headers(data, out);
            case "sections" -> sections(data, out);
            case "settings" -> settings(data, out);
            case "flags" -> out.append(String.join(" ", data.compilerFlags())).append('\n');
            default -> {
                return entity(data, name.get(), out);
            }
        }
        return true;
    }

    /** What the recorded headers define and declare, and what else {@link #print} takes. */
    @Override
    public Collection<String> names(HeaderData data) {
        var names = new TreeSet<>(data.symbolNames());
        names.addAll(data.configs().keySet());
        names.addAll(List.of("config", "symbols", "headers", "sections", "settings", "flags"));
        for (var path : data.headerPaths()) {
            data.events(path).ifPresent(events -> {
                events.log().fragments().stream().flatMap(fragment -> fragment.changes().stream())
                        .map(HeaderFragment.Change::name).forEach(names::add);
                events.outlines().stream().flatMap(Optional::stream).flatMap(outline -> outline.declarations().stream())
                        .forEach(declared -> addNames(declared, names));
            });
        }
        return names;
    }

    private static void addNames(DeclarationOutline declaration, Set<String> names) {
        names.addAll(declaration.ordinary());
        names.addAll(declaration.typedefs());
        names.addAll(declaration.enumerators());
        for (var tag : declaration.tags()) {
            names.add(tag);
            Occurrences.TAGS.forEach(keyword -> names.add(keyword + " " + tag));
        }
    }

    @Override
    public void printStatistics(HeaderData data, Appendable out) throws IOException {
        long tokens = 0;
        long lines = 0;
        long logs = 0;
        long fragments = 0;
        long outlined = 0;
        for (var path : data.headerPaths()) {
            var entry = data.headerEntry(path).orElseThrow();
            tokens += entry.tokens();
            lines += entry.lines();
            var events = data.events(path);
            logs += events.isPresent() ? 1 : 0;
            fragments += events.map(known -> known.outlines().size()).orElse(0);
            outlined += events.map(known -> known.outlines().stream().filter(Optional::isPresent).count()).orElse(0L);
        }
        line(out, "headers", data.headerPaths().size());
        line(out, "headers with an event log", logs);
        line(out, "fragments in them", fragments);
        line(out, "fragments with whole declarations", outlined);
        line(out, "lines", lines);
        line(out, "tokens", tokens);
        line(out, "config symbols set", data.configs().size());
        line(out, "exported symbols", data.symbolNames().size());
        for (var skipped : data.skipped()) {
            line(out, "left out: " + skipped.reason(), skipped.count());
        }
    }

    private static void line(Appendable out, String what, Object value) throws IOException {
        out.append(what).append(": ").append(String.valueOf(value)).append('\n');
    }

    private void summary(HeaderData data, Appendable out) throws IOException {
        var identity = data.identity();
        line(out, "kernel", identity.release());
        line(out, "flavor", identity.flavor());
        line(out, "target", identity.target() + " (arch/" + identity.kernelArchitecture() + ")");
        for (var each : identity.packages()) {
            line(out, "package", each);
        }
        if (identity.packageId().isPresent()) {
            line(out, "build", identity.packageId().get());
        }
        line(out, "compiler", identity.compiler());
        line(out, "build-id", identity.buildId().orElse("not known"));
        line(out, "BTF digest", identity.btfDigest().orElse("not known"));
        line(out, "include path", String.join(" ", data.includePath().directories()));
        line(out, "forced headers", String.join(" ", data.includePath().forcedHeaders()));
        for (var definition : data.includePath().definitions()) {
            line(out, "definition", definition.name() + "=" + definition.value());
        }
        for (var answer : data.configAnswers()) {
            line(out, "answered", "CONFIG_" + answer.option() + "=" + answer.value().orElse("n") + ": " + answer.reason());
        }
        printStatistics(data, out);
        out.append("more: config, symbols, headers, sections, settings, flags, or any name\n");
    }

    private static void config(HeaderData data, Appendable out) throws IOException {
        for (var entry : data.configs().entrySet()) {
            out.append(entry.getKey()).append('=').append(entry.getValue()).append('\n');
        }
    }

    private static void symbols(HeaderData data, Appendable out) throws IOException {
        for (var name : data.symbolNames()) {
            symbol(data.symbol(name).orElseThrow(), out);
        }
    }

    static void symbol(ExportedSymbol symbol, Appendable out) throws IOException {
        out.append(String.format("0x%08x %s %s %s", symbol.crc(), symbol.name(), symbol.owner(),
                symbol.exportClass() == ExportedSymbol.ExportClass.GPL_ONLY ? "GPL-only" : "any-licence"));
        if (!symbol.namespace().isEmpty()) {
            out.append(" namespace ").append(symbol.namespace());
        }
        out.append('\n');
    }

    private static void headers(HeaderData data, Appendable out) throws IOException {
        for (var path : data.headerPaths()) {
            out.append(described(data.headerEntry(path).orElseThrow())).append('\n');
        }
    }

    private static String described(HeaderEntry entry) {
        return entry.path() + " " + entry.lines() + " lines " + entry.tokens() + " tokens "
                + entry.license().orElse("no license stated");
    }

    @Override
    public boolean printLicenses(HeaderData data, Appendable out) throws IOException {
        var files = new TreeMap<String, List<String>>();
        for (var path : data.headerPaths()) {
            files.computeIfAbsent(data.headerEntry(path).flatMap(HeaderEntry::license).orElse("none stated"),
                    license -> new ArrayList<>()).add(path);
        }
        for (var entry : files.entrySet()) {
            line(out, entry.getKey(), entry.getValue().size());
        }
        for (var entry : files.entrySet()) {
            for (var path : entry.getValue()) {
                line(out, path, entry.getKey());
            }
        }
        return true;
    }

    private static void settings(HeaderData data, Appendable out) throws IOException {
        for (var entry : new TreeMap<>(data.settings().toMap()).entrySet()) {
            line(out, entry.getKey(), entry.getValue());
        }
    }

    private static void sections(HeaderData data, Appendable out) throws IOException {
        for (var rule : data.moduleSections()) {
            out.append(rule.name());
            if (rule.alignment() > 0) {
                out.append(" align ").append(Integer.toString(rule.alignment()));
            }
            for (var statement : rule.statements()) {
                out.append(switch (statement) {
                    case SectionRule.Input input -> " " + (input.sorted() ? "sorted:" : "") + input.pattern();
                    case SectionRule.Align align -> " align:" + align.bytes();
                    case SectionRule.Symbol symbol -> " symbol:" + symbol.symbol();
                });
            }
            out.append('\n');
        }
    }

    private boolean entity(HeaderData data, String name, Appendable out) throws IOException {
        if (name.endsWith(".h")) {
            return header(data, name, out);
        }
        if (name.startsWith("CONFIG_")) {
            return configSymbol(data, name, out);
        }
        return EntityText.of(name).print(data, types, out);
    }

    private static boolean header(HeaderData data, String name, Appendable out) throws IOException {
        var path = data.hasHeader(name)
                ? Optional.of(name)
                : data.includePath().directories().stream().map(folder -> folder + "/" + name)
                        .filter(data::hasHeader).findFirst();
        if (path.isPresent()) {
            out.append("/* ").append(described(data.headerEntry(path.get()).orElseThrow())).append(" */\n");
            out.append(HeaderText.of(data.header(path.get()).orElseThrow()));
        }
        return path.isPresent();
    }

    private static boolean configSymbol(HeaderData data, String name, Appendable out) throws IOException {
        var answer = data.configAnswers().stream().filter(each -> name.equals("CONFIG_" + each.option())).findFirst();
        var value = data.config(name);
        if (value.isEmpty() && answer.isEmpty()) {
            out.append(name).append(" is not set\n");
            return true;
        }
        out.append(name).append('=').append(value.orElse("n")).append('\n');
        if (answer.isPresent()) {
            out.append("answered for our compiler: ").append(answer.get().reason()).append('\n');
        }
        return true;
    }
}
