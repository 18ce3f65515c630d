package org.latebind.cparser.preprocessor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.latebind.cparser.lexer.GnuLexer;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
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

/** The preprocessor of one translation unit: walks files, hands directives and macro uses on. */
final class Unit implements Preprocessor, Expander.Source {
    private final UnitState state;
    private final IncludeResolver includes;
    private final Fragments fragments;
    private final Expander expander;
    private final Directives directives;
    private final BuiltIns builtIns;
    private final Map<LexedFile, PreparedFile> prepared = new IdentityHashMap<>();
    private Consumer<Token> out = token -> {};
    /** The file being read, or null between files. */
    private FileFrame frame;
    private String baseFile = "";
    private boolean inDirective;

    /** @param fragments what earlier units left behind, or null to do without */
    Unit(PreprocessorOptions options, IncludeResolver includes, Fragments fragments, PreprocessorListener listener,
            DiagnosticSink sink) {
        this.fragments = fragments;
        this.state = new UnitState(options, listener, sink);
        this.includes = includes;
        this.expander = new Expander(state, this);
        this.builtIns = new BuiltIns(this, state, expander);
        this.directives = new Directives(this, state, expander);
        builtIns.define();
        var text = new GnuLexer().lex(SourceFile.BUILT_IN, options.predefined(), sink);
        run(new FileFrame(new PreparedFile(text), Found.NO_SLOT, 0));
    }

    // ---- the service

    @Override
    public void process(LexedFile file, Consumer<Token> consumer) {
        if (baseFile.isEmpty()) {
            baseFile = file.file().path();
        }
        start(consumer, () -> run(new FileFrame(prepare(file), Found.NO_SLOT, 0)));
    }

    @Override
    public void preInclude(Request request, Consumer<Token> consumer) {
        start(consumer, () -> include(request, Position.NONE, false));
    }

    private void start(Consumer<Token> consumer, Runnable work) {
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
    public void define(String line) {
        var tokens = lexLine(line);
        DefinitionParser.parse(tokens, 0, tokens.length, Position.NONE, state.sink()).ifPresent(this::define);
    }

    private Token[] lexLine(String line) {
        return new GnuLexer().lex(SourceFile.BUILT_IN, line, state.sink()).tokens().toArray(Token[]::new);
    }

    @Override
    public void define(Macro macro) {
        state.define(new Definition(macro, state.sink()));
    }

    @Override
    public void undefine(String name) {
        state.undefine(name);
    }

    @Override
    public Optional<Macro> macro(String name) {
        var definition = state.read(name, PreprocessorListener.Read.DEFINED).definition;
        return Optional.ofNullable(definition).map(d -> d.macro);
    }

    @Override
    public Collection<Macro> macros() {
        return state.names().defined().stream().map(name -> name.definition.macro)
                .filter(macro -> macro.form() != Macro.Form.BUILT_IN).toList();
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
        var where = condition.isEmpty() ? Position.NONE : condition.get(0).position();
        return evaluate(condition.toArray(Token[]::new), 0, condition.size(), where);
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
            state.spend(entered.tokens.length + 1);
            read(entered);
            reportOpenGroups(entered);
        } finally {
            frame = outer;
        }
    }

    private void read(FileFrame f) {
        boolean reusable = fragments != null && Fragments.isCacheable(f.file.lexed) && expander.isEmpty();
        while (f.at < f.tokens.length) {
            if (reusable && f.lineShift == 0) {
                readOrReuse(f);
            } else {
                readStretch(f);
            }
            if (f.at < f.tokens.length) {
                directives.run(f, f.directive);
            }
        }
    }

    /** Up to the next include directive, from the cache if the macros read there have their values. */
    private void readOrReuse(FileFrame f) {
        if (f.atInclude()) {
            return;
        }
        int from = f.at;
        var known = fragments.find(f.file.lexed.file(), from, state);
        if (known != null) {
            state.apply(known);
            for (var token : known.tokens) {
                out.accept(token);
            }
            f.goTo(known.content.to());
            return;
        }
        var recording = new Recording(f.file, from, state.counter());
        state.record(recording);
        readStretch(f);
        state.record(null);
        fragments.missed(recording.size());
        if (fragments.hasRoom(f.file.lexed.file(), from)) {
            recording.end(f.at, state.counter()).ifPresent(fragments::add);
        }
    }

    /** Up to the next include directive or the end. */
    private void readStretch(FileFrame f) {
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
        if (name.definition == null || token.has(Token.NO_EXPAND)) {
            emit(token);
            return;
        }
        expander.begin();
        if (!expander.enter(token, name)) {
            emit(token);
        }
        for (var made = expander.read(); made != null; made = expander.read()) {
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
    void include(Request request, Position directive, boolean once) {
        var found = includes.resolve(request).orElseThrow(() -> missing(request, directive));
        var file = found.file().file();
        if (once && state.entered().contains(file)) {
            state.once().add(file);
        }
        if (state.once().contains(file)) {
            state.listener().includeSkipped(request, file);
            return;
        }
        if (once) {
            state.once().add(file);
        }
        state.entered().add(file);
        var content = prepare(found.file());
        if (content.guard != null
                && state.read(content.guard, PreprocessorListener.Read.DEFINED).definition != null) {
            state.listener().includeSkipped(request, file);
            return;
        }
        int depth = frame == null ? 1 : frame.depth + 1;
        if (depth > state.limits().includeDepth()) {
            throw DiagnosticException.refused(Diagnostic.error("LB2041", directive,
                    "files include each other more than " + state.limits().includeDepth() + " deep"));
        }
        state.listener().includeEntered(request, file);
        run(new FileFrame(content, found.slot(), depth));
        state.listener().includeLeft(file);
    }

    private DiagnosticException missing(Request request, Position directive) {
        state.listener().includeMissing(request);
        var name = request.angled() ? "<" + request.spelling() + ">" : "\"" + request.spelling() + "\"";
        return DiagnosticException.refused(Diagnostic.error("LB2050", directive, "header " + name + " is not found"));
    }

    boolean exists(Request request) {
        boolean exists = includes.exists(request);
        state.listener().includeTested(request, exists);
        return exists;
    }

    // ---- for directives and built-in macros

    FileFrame frame() {
        return frame;
    }

    String baseFile() {
        return baseFile.isEmpty() && frame != null ? frame.file.lexed.file().path() : baseFile;
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
        }
        out.accept(token);
    }
}
