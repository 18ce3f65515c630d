package org.latebind.headers.api;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.TargetSettings;
import org.latebind.token.api.LexedFile;

/** Header data that tells each fact asked of it, absences too. Closing it leaves the inner one open. */
public final class RecordingHeaderData implements HeaderData {
    private final HeaderData inner;
    private final Consumer<Fact> trace;

    /**
     * @param trace is given each fact as it is asked, repetitions included; called by the threads
     *     that ask
     */
    public RecordingHeaderData(HeaderData inner, Consumer<Fact> trace) {
        this.inner = inner;
        this.trace = trace;
    }

    private <T> T told(Fact.Kind kind, String name, T answer, String text) {
        trace.accept(new Fact(kind, name, text));
        return answer;
    }

    @Override
    public KernelIdentity identity() {
        return told(Fact.Kind.IDENTITY, "", inner.identity(), inner.identity().toString());
    }

    @Override
    public IncludePath includePath() {
        return told(Fact.Kind.INCLUDE_PATH, "", inner.includePath(), inner.includePath().toString());
    }

    private void tellHeader(String path) {
        trace.accept(new Fact(Fact.Kind.HEADER, path,
                inner.headerEntry(path).map(HeaderEntry::digest).orElse(Fact.ABSENT)));
    }

    @Override
    public boolean hasHeader(String path) {
        tellHeader(path);
        return inner.hasHeader(path);
    }

    @Override
    public Optional<LexedFile> header(String path) {
        tellHeader(path);
        return inner.header(path);
    }

    /** The header's own digest is the fact. */
    @Override
    public Optional<HeaderEvents> events(String path) {
        tellHeader(path);
        return inner.events(path);
    }

    /** With events or without them a link gives the same, so it is no fact. */
    @Override
    public String eventBasis() {
        return inner.eventBasis();
    }

    @Override
    public Optional<HeaderEntry> headerEntry(String path) {
        tellHeader(path);
        return inner.headerEntry(path);
    }

    @Override
    public SortedSet<String> headerPaths() {
        return told(Fact.Kind.HEADER_LIST, "", inner.headerPaths(), inner.headerPaths().toString());
    }

    @Override
    public Optional<String> config(String name) {
        var answer = inner.config(name);
        return told(Fact.Kind.CONFIG, name, answer, answer.map(value -> "=" + value).orElse(Fact.ABSENT));
    }

    @Override
    public SortedMap<String, String> configs() {
        return told(Fact.Kind.CONFIG_LIST, "", inner.configs(), inner.configs().toString());
    }

    @Override
    public List<ConfigAnswer> configAnswers() {
        return told(Fact.Kind.CONFIG_LIST, "answers", inner.configAnswers(), inner.configAnswers().toString());
    }

    @Override
    public Optional<ExportedSymbol> symbol(String name) {
        var answer = inner.symbol(name);
        return told(Fact.Kind.SYMBOL, name, answer, answer.map(ExportedSymbol::toString).orElse(Fact.ABSENT));
    }

    @Override
    public SortedSet<String> symbolNames() {
        return told(Fact.Kind.SYMBOL_LIST, "", inner.symbolNames(), inner.symbolNames().toString());
    }

    @Override
    public List<SectionRule> moduleSections() {
        return told(Fact.Kind.MODULE_SECTIONS, "", inner.moduleSections(), inner.moduleSections().toString());
    }

    @Override
    public TargetSettings settings() {
        var answer = inner.settings();
        return told(Fact.Kind.SETTINGS, "", answer, answer.toMap().toString());
    }

    @Override
    public List<String> compilerFlags() {
        return told(Fact.Kind.SETTINGS, "flags", inner.compilerFlags(), inner.compilerFlags().toString());
    }

    /** What was left out decides nothing in a link, so it is no fact. */
    @Override
    public List<Skipped> skipped() {
        return inner.skipped();
    }

    @Override
    public void close() {}
}
