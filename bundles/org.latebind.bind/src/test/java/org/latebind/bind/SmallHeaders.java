package org.latebind.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.bind.unit.RecordingBasis;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.universe.KernelUniverse;
import org.latebind.bind.universe.UniteHeaders;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderEntry;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.headers.api.IncludePath;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.SectionRule;
import org.latebind.headers.api.Skipped;
import org.latebind.parser.GnuCParser;
import org.latebind.pass.api.Progress;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.target.api.BoundTarget;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.token.api.LexedFile;

/** A kernel that has nothing but a few headers, below {@code include}. */
public record SmallHeaders(SortedMap<String, String> texts, Map<String, HeaderEvents> logs, String eventBasis) implements HeaderData {
    public static final X86Target TARGET = new X86Target();
    private static final TargetSettings USUAL = TARGET.userSpaceSettings(
            new UserSpaceOptions(Dialect.GNU11, UserSpaceOptions.Optimization.O2, true));

    /** @param texts by what an include calls a header; {@code linux/module.h} is there anyway */
    public static SmallHeaders of(Map<String, String> texts) {
        var all = new TreeMap<String, String>();
        all.put("include/linux/module.h", "");
        texts.forEach((name, text) -> all.put("include/" + name, text));
        return new SmallHeaders(all, Map.of(), RecordingBasis.of(new BoundTarget(TARGET, USUAL)));
    }

    /** With event logs, as ingestion records them. */
    public SmallHeaders recorded() {
        var recorder = new KernelUniverse(
                new GnuPreprocessorFactory(), new GnuCParser(), () -> List.of(TARGET), new GnuLexer());
        var all = new TreeMap<String, HeaderEvents>();
        var recorded = recorder.record(this);
        recorded.events().forEach(each -> all.put(each.log().file().path(), each));
        return new SmallHeaders(texts, all, recorded.basis());
    }

    public BoundTarget target() {
        return new BoundTarget(TARGET, settings());
    }

    public UniteHeaders united() {
        var preprocessing = UnitPreprocessing.plain(new GnuPreprocessorFactory(), this, target());
        var uniting = new UniteHeaders(this, preprocessing, new GnuLexer(), new GnuCParser(), target(), Progress.SILENT);
        uniting.run();
        return uniting;
    }

    @Override
    public KernelIdentity identity() {
        return new KernelIdentity("1.0-small", "", "small", TARGET.names().arch(), List.of(), Optional.empty(), "",
                Optional.empty(), Optional.empty());
    }

    @Override
    public IncludePath includePath() {
        return new IncludePath(List.of("include"), List.of(), List.of());
    }

    @Override
    public boolean hasHeader(String path) {
        return texts.containsKey(path);
    }

    @Override
    public Optional<LexedFile> header(String path) {
        return Optional.ofNullable(texts.get(path))
                .map(text -> new GnuLexer().lex(new SourceFile(path, Origin.KERNEL), text, d -> { }));
    }

    @Override
    public Optional<HeaderEvents> events(String path) {
        return Optional.ofNullable(logs.get(path));
    }

    @Override
    public Optional<HeaderEntry> headerEntry(String path) {
        return Optional.empty();
    }

    @Override
    public SortedSet<String> headerPaths() {
        return new TreeSet<>(texts.keySet());
    }

    @Override
    public Optional<String> config(String name) {
        return Optional.empty();
    }

    @Override
    public SortedMap<String, String> configs() {
        return new TreeMap<>();
    }

    @Override
    public List<ConfigAnswer> configAnswers() {
        return List.of();
    }

    @Override
    public Optional<ExportedSymbol> symbol(String name) {
        return Optional.empty();
    }

    @Override
    public SortedSet<String> symbolNames() {
        return new TreeSet<>();
    }

    @Override
    public List<SectionRule> moduleSections() {
        return List.of();
    }

    @Override
    public TargetSettings settings() {
        return USUAL;
    }

    @Override
    public List<String> compilerFlags() {
        return List.of();
    }

    @Override
    public Kbuild kbuild() {
        return Kbuild.NONE;
    }

    @Override
    public List<Skipped> skipped() {
        return List.of();
    }

    @Override
    public void close() {}
}
