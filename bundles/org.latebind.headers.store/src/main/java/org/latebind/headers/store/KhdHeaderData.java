package org.latebind.headers.store;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderEntry;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.headers.api.IncludePath;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.SectionRule;
import org.latebind.headers.api.Skipped;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.TargetSettings;
import org.latebind.token.api.LexedFile;

/** An opened {@code .khd}: each section is read when it is first asked of. */
final class KhdHeaderData implements HeaderData {
    /** A section read once; a thread that comes while another reads waits for it. */
    private static final class Lazy<T> {
        private final Supplier<T> reader;
        private T value;

        Lazy(Supplier<T> reader) {
            this.reader = reader;
        }

        synchronized T get() {
            if (value == null) {
                value = reader.get();
            }
            return value;
        }
    }

    private final Container container;
    private final KernelIdentity identity;
    private final Lazy<BuildFacts> build;
    private final Lazy<Kbuild> makefiles;
    private final Lazy<ConfigTable> config;
    private final Lazy<SymbolTable> symbols;
    private final Lazy<HeaderIndex> headers;
    private final TokenReader tokens;
    private final Lazy<EventReader.Common> common;
    private final Lazy<EventReader> events;

    KhdHeaderData(Container container) {
        this.container = container;
        identity = BuildFacts.readIdentity(container.source(Sections.IDENTITY));
        build = new Lazy<>(() -> BuildFacts.read(container.source(Sections.BUILD)));
        makefiles = new Lazy<>(() -> BuildFacts.readMakefiles(container.source(Sections.MAKEFILES)));
        config = new Lazy<>(() -> new ConfigTable(container.read(Sections.CONFIG)));
        symbols = new Lazy<>(() -> new SymbolTable(container.read(Sections.SYMBOLS)));
        headers = new Lazy<>(() -> new HeaderIndex(container.read(Sections.HEADERS)));
        tokens = new TokenReader(container);
        common = new Lazy<>(() -> EventReader.Common.read(container.source(Sections.EVENTS)));
        events = new Lazy<>(() -> new EventReader(container, headers.get(), tokens, common::get));
    }

    @Override
    public KernelIdentity identity() {
        return identity;
    }

    HeaderIndex index() {
        return headers.get();
    }

    @Override
    public IncludePath includePath() {
        return build.get().includePath();
    }

    @Override
    public boolean hasHeader(String path) {
        return headers.get().has(path);
    }

    @Override
    public Optional<LexedFile> header(String path) {
        return headers.get().place(path).map(place -> tokens.read(path, place));
    }

    @Override
    public Optional<HeaderEvents> events(String path) {
        return events.get().read(path);
    }

    @Override
    public String eventBasis() {
        // While they are being recorded there are none.
        return container.has(Sections.EVENTS) ? common.get().basis() : "";
    }

    @Override
    public Optional<HeaderEntry> headerEntry(String path) {
        return headers.get().entry(path);
    }

    @Override
    public SortedSet<String> headerPaths() {
        return headers.get().paths();
    }

    @Override
    public List<String> headersWith(String identifier) {
        var search = tokens.search(identifier);
        return headers.get().paths().stream()
                .filter(path -> search.finds(headers.get().place(path).orElseThrow()))
                .toList();
    }

    @Override
    public Optional<String> config(String name) {
        return config.get().value(name);
    }

    @Override
    public SortedMap<String, String> configs() {
        return config.get().all();
    }

    @Override
    public List<ConfigAnswer> configAnswers() {
        return build.get().configAnswers();
    }

    @Override
    public Optional<ExportedSymbol> symbol(String name) {
        return symbols.get().find(name);
    }

    @Override
    public SortedSet<String> symbolNames() {
        return symbols.get().all();
    }

    @Override
    public List<SectionRule> moduleSections() {
        return build.get().moduleSections();
    }

    @Override
    public TargetSettings settings() {
        return build.get().settings();
    }

    @Override
    public List<String> compilerFlags() {
        return build.get().compilerFlags();
    }

    @Override
    public Kbuild kbuild() {
        return container.has(Sections.MAKEFILES) ? makefiles.get() : Kbuild.NONE;
    }

    @Override
    public List<Skipped> skipped() {
        return Stream.concat(build.get().skipped().stream(), common.get().skipped().stream()).toList();
    }

    @Override
    public void close() {
        container.close();
    }
}
