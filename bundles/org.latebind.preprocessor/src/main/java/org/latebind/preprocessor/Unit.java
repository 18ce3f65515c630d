package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderFragment.Next;
import org.latebind.token.api.HeaderLog;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.IncludeResolver.Found;
import org.latebind.token.api.IncludeResolver.Request;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;
import org.latebind.token.api.TokenSink;

/** The preprocessor of one translation unit: walks files, hands directives and macro uses on. */
final class Unit implements Preprocessor, Expander.Source {
    /** How many names a unit has room for at first. */
    private static final int USUAL_NAMES = 1 << 13;

    private final UnitState state;
    private final IncludeResolver includes;
    private final Fragments fragments;
    private final Expander expander;
    private final Directives directives;
    private final BuiltIns builtIns;
    private final Map<LexedFile, PreparedFile> prepared = new IdentityHashMap<>();
    private TokenSink out = token -> {};
    /** The file being read, or null between files. */
    private FileFrame frame;
    private String baseFile = "";
    private boolean inDirective;

    /** @param fragments what earlier units left behind, or null to do without */
    Unit(PreprocessorOptions options, IncludeResolver includes, Fragments fragments, PreprocessorListener listener,
            DiagnosticSink sink) {
        this(new UnitState(options, listener, sink, USUAL_NAMES), includes, fragments);
        if (fragments != null) {
            fragments.serve(options);
        }
        builtIns.define();
        var text = new GnuLexer().lex(SourceFile.BUILT_IN, options.predefined(), sink);
        run(new FileFrame(new PreparedFile(text), Found.NO_SLOT, 0));
    }

    private Unit(UnitState state, IncludeResolver includes, Fragments fragments) {
        this.fragments = fragments;
        this.state = state;
        state.locate(this::here);
        this.includes = includes;
        this.expander = new Expander(state, this);
        this.builtIns = new BuiltIns(this, state, expander);
        this.directives = new Directives(this, state, expander);
    }

    /** Processes one run again as it was recorded: the names it read have the values they had. */
    static Recording replay(Fragment fragment, int firstCounter, Fragments fragments) {
        return again(fragment, firstCounter, fragments, problem -> { throw Fragments.damaged(fragment.file); })
                .filter(recording -> recording.tokens().size() == fragment.size)
                .orElseThrow(() -> Fragments.damaged(fragment.file));
    }

    /** What a run would give under another value of {@code __COUNTER__}; empty where it would be refused or end elsewhere. */
    static Optional<Recording> underCounter(int firstCounter, Fragment fragment, Fragments fragments) {
        try {
            return again(fragment, firstCounter, fragments, problem -> { });
        } catch (DiagnosticException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Recording> again(
            Fragment fragment, int firstCounter, Fragments fragments, DiagnosticSink sink) {
        var state = new UnitState(fragments.options(), PreprocessorListener.NONE, sink, fragment.names.length);
        var unit = new Unit(state, request -> Optional.empty(), fragments);
        state.assume(fragment, firstCounter);
        var frame = new FileFrame(fragments.prepare(fragment.file), Found.NO_SLOT, 1);
        frame.goTo(fragment.from);
        unit.frame = frame;
        var recording = new Recording(frame.file, fragment.from, firstCounter);
        state.record(recording);
        unit.readRun(frame);
        return Optional.of(recording).filter(made -> frame.at == fragment.to);
    }

    // ---- the service

    @Override
    public void process(LexedFile file, TokenSink consumer) {
        if (baseFile.isEmpty()) {
            baseFile = file.file().path();
        }
        start(consumer, () -> run(new FileFrame(prepare(file), Found.NO_SLOT, 0)));
    }

    @Override
    public void preInclude(Request request, TokenSink consumer) {
        start(consumer, () -> include(request, () -> Position.NONE, false));
    }

    private void start(TokenSink consumer, Runnable work) {
        out = consumer;
        try {
            work.run();
        } finally {
            out = token -> {};
            frame = null;
            inDirective = false;
            state.record(null);
            expander.reset();
        }
    }

    @Override
    public boolean attempt(BooleanSupplier work) {
        return state.attempt(work);
    }

    @Override
    public void define(String line) {
        var tokens = lexLine(line);
        DefinitionParser.parse(tokens, 0, tokens.length, Position.NONE, state.sink()).ifPresent(this::define);
    }

    private Token[] lexLine(String line) {
        return new GnuLexer().lex(SourceFile.BUILT_IN, line, state.sink()).tokens().toArray(Token[]::new);
    }

    @Override
    public void define(Macro macro) {
        state.define(macro.name(), new Meaning(new Definition(macro, state.sink())));
    }

    @Override
    public void undefine(String name) {
        state.undefine(name);
    }

    @Override
    public Optional<Macro> macro(String name) {
        return Optional.ofNullable(state.read(name, PreprocessorListener.Read.DEFINED).meaning).map(Meaning::macro);
    }

    @Override
    public Collection<Macro> macros() {
        return state.names().defined().stream().map(name -> name.meaning.macro())
                .filter(macro -> macro.form() != Macro.Form.BUILT_IN).toList();
    }

    @Override
    public int counter() {
        return state.counter();
    }

    @Override
    public void rewindCounter(int value) {
        state.rewindCounter(value);
    }

    @Override
    public List<Token> expand(List<Token> tokens) {
        var result = new ArrayList<Token>();
        expander.openBarrier(tokens.toArray(Token[]::new), 0, tokens.size());
        for (var token = expander.read(); token != null; token = expander.read()) {
            result.add(token);
        }
        expander.closeBarrier();
        return result;
    }

    @Override
    public boolean evaluate(List<Token> condition) {
        if (condition.isEmpty()) {
            return evaluate(new Token[0], 0, 0, Position.NONE);
        }
        var where = condition.get(0).position();
        var outer = frame;
        // What __has_include finds depends on the file that asks.
        frame = new FileFrame(new PreparedFile(new LexedFile(where.file(), List.of())), Found.NO_SLOT, 0);
        try {
            return evaluate(condition.toArray(Token[]::new), 0, condition.size(), where);
        } finally {
            frame = outer;
        }
    }

    boolean evaluate(Token[] tokens, int from, int to, Position directive) {
        boolean outer = inDirective;
        inDirective = true;
        expander.openBarrier(tokens, from, to);
        try {
            return new Condition(state, expander, directive).isTrue();
        } finally {
            expander.closeBarrier();
            inDirective = outer;
        }
    }

    // ---- files

    private PreparedFile prepare(LexedFile file) {
        return fragments != null && Fragments.isCacheable(file)
                ? fragments.prepare(file)
                : prepared.computeIfAbsent(file, PreparedFile::new);
    }

    private void run(FileFrame entered) {
        var outer = frame;
        frame = entered;
        try {
            if (!entered.isOpen() && !follow(entered)) {
                entered.open(prepare(entered.lexed));
            }
            if (entered.isOpen()) {
                state.spend(entered.tokens.length - entered.at + 1);
                read(entered);
                reportOpenGroups(entered);
            }
        } finally {
            frame = outer;
        }
    }

    /**
     * Follows a header's event log as far as macros have the values they had.
     *
     * @return whether that was its end; else the frame stands where the log ends to fit
     */
    private boolean follow(FileFrame f) {
        int length = fragments.log(f.lexed.file()).orElseThrow().length();
        while (f.at < length) {
            var known = fragments.find(f.lexed.file(), f.at, state);
            if (known == null) {
                return false;
            }
            reuse(known);
            f.at = known.to;
            switch (known.next) {
                case Next.End end -> f.at = length;
                case Next.Computed computed -> {
                    return false;
                }
                case Next.Include i -> {
                    var request = new Request(i.spelling(), i.angled(), i.next(), f.lexed.file(), f.slot);
                    include(request, () -> headerName(f.lexed, known.to, i.end()), i.once());
                    f.at = i.end();
                }
            }
        }
        return true;
    }

    /** Where the header's name stands in an include directive. */
    private static Position headerName(LexedFile file, int directive, int end) {
        return file.tokens().get(Math.min(directive + 2, end - 1)).position();
    }

    private void read(FileFrame f) {
        boolean reusable = fragments != null && Fragments.isCacheable(f.lexed) && expander.isEmpty();
        while (f.at < f.tokens.length) {
            if (reusable && !f.isShifted()) {
                readOrReuse(f);
            } else {
                readRun(f);
            }
            if (f.at < f.tokens.length) {
                directives.run(f, f.directive);
            }
        }
    }

    /** Up to the next include directive, from the cache if the macros read there have their values. */
    private void readOrReuse(FileFrame f) {
        int from = f.at;
        var known = fragments.find(f.lexed.file(), from, state);
        if (known != null) {
            reuse(known);
            f.goTo(known.to);
            if (f.at < f.tokens.length && !f.atInclude()) {
                throw Fragments.damaged(known.file);
            }
            return;
        }
        var recording = new Recording(f.file, from, state.counter());
        state.record(recording);
        readRun(f);
        state.record(null);
        fragments.missed(recording.tokens().size());
        var made = fragments.hasRoom(f.lexed.file(), from)
                ? recording.end(f.at, state.counter(), f.isShifted() ? new Next.Computed() : next(f))
                : Optional.<Fragment>empty();
        made.ifPresentOrElse(fragment -> {
            fragments.add(fragment);
            deliver(fragment, fragment.firstCounter);
        }, () -> recording.tokens().forEach(out::accept));
    }

    /** What stands at the end of a run. */
    private static Next next(FileFrame f) {
        if (f.at >= f.tokens.length) {
            return new Next.End();
        }
        int d = f.directive;
        int name = f.file.start[d] + 2;
        var token = name < f.file.end[d] ? f.tokens[name] : null;
        if (token == null || token.kind() != TokenKind.HEADER_NAME && token.kind() != TokenKind.STRING) {
            return new Next.Computed();
        }
        return HeaderName.of(List.of(token)).<Next>map(header -> new Next.Include(header.spelling(), header.angled(),
                f.file.kind[d] == DirectiveKind.INCLUDE_NEXT, f.file.kind[d] == DirectiveKind.IMPORT, f.file.end[d]))
                .orElseGet(Next.Computed::new);
    }

    private void reuse(Fragment known) {
        int firstCounter = state.counter();
        state.apply(known);
        deliver(known, firstCounter);
    }

    private void deliver(Fragment fragment, int firstCounter) {
        if (fragment.size > 0) {
            out.accept(new Use(fragment, firstCounter, fragments));
        }
    }

    /** A fragment met in a unit. */
    private static final class Use implements TokenSink.Run {
        private final Fragment content;
        private final int firstCounter;
        private final Fragments fragments;
        private List<Token> made;

        Use(Fragment content, int firstCounter, Fragments fragments) {
            this.content = content;
            this.firstCounter = firstCounter;
            this.fragments = fragments;
        }

        @Override
        public SourceFile file() {
            return content.file;
        }

        @Override
        public HeaderFragment fragment() {
            return content.content(fragments);
        }

        @Override
        public List<Token> tokens() {
            if (made == null) {
                made = content.tokens();
            }
            if (made == null) {
                made = List.copyOf(replay(content, firstCounter, fragments).tokens());
                content.keep(made);
            }
            return made;
        }
    }

    /** Up to the next include directive or the end. */
    private void readRun(FileFrame f) {
        var tokens = f.tokens;
        while (true) {
            int stop = f.nextDirective();
            while (f.at < stop) {
                var token = tokens[f.at++];
                if (token.kind() == TokenKind.IDENTIFIER) {
                    identifier(token);
                    stop = f.nextDirective();
                } else {
                    emit(token);
                }
            }
            if (f.at >= tokens.length || f.atInclude()) {
                return;
            }
            directives.run(f, f.directive);
        }
    }

    private void identifier(Token token) {
        var name = state.read(token);
        if (name.meaning == null || token.has(Token.NO_EXPAND)) {
            emit(token);
            return;
        }
        expander.begin();
        if (!expander.enter(token, name)) {
            emit(token);
        }
        for (var made = expander.read(); made != null; made = expander.read()) {
            state.expanded();
            emit(made);
        }
    }

    private void reportOpenGroups(FileFrame f) {
        for (int d : f.file.openGroups) {
            state.error("LB2011", f.tokens[f.file.start[d]].position(), "this conditional group is not closed");
        }
    }

    // ---- what lies under macro contexts

    @Override
    public boolean takeParenthesis() {
        if (frame == null || frame.at >= frame.nextDirective() || !frame.tokens[frame.at].isPunctuator("(")) {
            return false;
        }
        frame.at++;
        return true;
    }

    @Override
    public Token nextOfArguments() {
        while (frame != null) {
            if (frame.at < frame.nextDirective()) {
                return frame.tokens[frame.at++];
            }
            if (frame.at >= frame.tokens.length) {
                return null;
            }
            if (frame.atInclude()) {
                throw DiagnosticException.refused(Diagnostic.error("LB2024", frame.tokens[frame.at].position(),
                        "#include between the arguments of a macro"));
            }
            directives.run(frame, frame.directive);
        }
        return null;
    }

    @Override
    public boolean expandBuiltIn(Token use) {
        return builtIns.expand(use);
    }

    // ---- includes

    /** Includes what a directive asks for. */
    void include(Request request, Supplier<Position> directive, boolean once) {
        var found = includes.resolve(request).orElseThrow(() -> missing(request, directive.get()));
        var file = found.file().file();
        if (once && state.wasEntered(file)) {
            state.readOnce(file);
        }
        if (state.isRead(file)) {
            state.listener().includeSkipped(request, file);
            return;
        }
        if (once) {
            state.readOnce(file);
        }
        state.enter(file);
        var log = logOf(found.file());
        var guard = log.isPresent() ? log.get().guard() : Optional.ofNullable(prepare(found.file()).guard);
        if (guard.isPresent() && state.read(guard.get(), PreprocessorListener.Read.DEFINED).meaning != null) {
            state.listener().includeSkipped(request, file);
            return;
        }
        int depth = frame == null ? 1 : frame.depth + 1;
        if (depth > state.limits().includeDepth()) {
            throw DiagnosticException.refused(Diagnostic.error("LB2041", directive.get(),
                    "includes are nested more than " + state.limits().includeDepth() + " deep"));
        }
        state.listener().includeEntered(request, file);
        run(log.isPresent()
                ? new FileFrame(found.file(), found.slot(), depth)
                : new FileFrame(prepare(found.file()), found.slot(), depth));
        state.listener().includeLeft(file);
    }

    private Optional<HeaderLog> logOf(LexedFile file) {
        return fragments != null && Fragments.isCacheable(file) && expander.isEmpty()
                ? fragments.log(file.file())
                : Optional.empty();
    }

    private DiagnosticException missing(Request request, Position directive) {
        state.listener().includeMissing(request);
        var name = request.angled() ? "<" + request.spelling() + ">" : "\"" + request.spelling() + "\"";
        return DiagnosticException.refused(Diagnostic.error("LB2050", directive, "header " + name + " was not found"));
    }

    boolean exists(Request request) {
        boolean exists = includes.exists(request);
        state.listener().includeTested(request, exists);
        return exists;
    }

    // ---- for directives and built-in macros

    /** The token of the innermost file that was read last. */
    private Position here() {
        if (frame == null || !frame.isOpen() || frame.tokens.length == 0) {
            return Position.NONE;
        }
        return frame.tokens[Math.clamp(frame.at - 1, 0, frame.tokens.length - 1)].position();
    }

    FileFrame frame() {
        return frame;
    }

    String baseFile() {
        return baseFile.isEmpty() && frame != null ? frame.lexed.file().path() : baseFile;
    }

    boolean inDirective() {
        return inDirective;
    }

    void setInDirective(boolean value) {
        inDirective = value;
    }

    void emit(Token token) {
        var recording = state.recording();
        if (recording != null) {
            recording.add(token);
        } else {
            out.accept(token);
        }
    }
}
