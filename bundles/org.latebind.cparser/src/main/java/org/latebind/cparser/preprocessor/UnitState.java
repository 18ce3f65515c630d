package org.latebind.cparser.preprocessor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Macro;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;

/** What a translation unit's directives change and its macro uses read. */
final class UnitState {
    private final PreprocessorOptions options;
    private final DiagnosticSink sink;
    private final PreprocessorListener listener;
    private final boolean listening;
    private final NameTable names = new NameTable();
    private final Map<Name, Deque<Optional<Definition>>> pushed = new HashMap<>();
    /** Files that are never read again. */
    private final Set<SourceFile> once = new HashSet<>();
    /** Files that were read at least once. */
    private final Set<SourceFile> entered = new HashSet<>();
    private long budget;
    private int counter;
    /** Reads are reported once in an epoch, and again after a change. */
    private int epoch = 1;
    /** The event log of the stretch being processed, or null. */
    private Recording recording;

    UnitState(PreprocessorOptions options, PreprocessorListener listener, DiagnosticSink sink) {
        this.options = options;
        this.sink = sink;
        this.listener = listener;
        this.listening = listener != PreprocessorListener.NONE;
        this.budget = options.limits().tokens();
        this.counter = options.firstCounter();
    }

    PreprocessorOptions options() {
        return options;
    }

    PreprocessorOptions.Limits limits() {
        return options.limits();
    }

    PreprocessorListener listener() {
        return listener;
    }

    NameTable names() {
        return names;
    }

    Set<SourceFile> once() {
        return once;
    }

    Set<SourceFile> entered() {
        return entered;
    }

    // ---- diagnostics and limits

    void report(Diagnostic diagnostic) {
        dependsOnMore();
        sink.report(diagnostic);
    }

    DiagnosticSink sink() {
        return this::report;
    }

    void error(String code, Position where, String message) {
        report(Diagnostic.error(code, where, message));
    }

    DiagnosticException limit(String message) {
        return DiagnosticException.refused(Diagnostic.error("LB2040", message)
                .withHelp("real sources stay far below this bound; look for macros or headers that use themselves"));
    }

    /** Counts tokens read or made against the limit. */
    void spend(int tokens) {
        budget -= tokens;
        if (budget < 0) {
            throw limit("preprocessing makes more than " + limits().tokens() + " tokens");
        }
    }

    int counter() {
        return counter;
    }

    int nextCounter() {
        int value = counter++;
        listener.counterRead(value);
        return value;
    }

    // ---- names

    /** The name an identifier stands for, its meaning read for replacement. */
    Name read(Token identifier) {
        var name = names.of(identifier.text());
        if (name.readIn != epoch) {
            noteRead(name, PreprocessorListener.Read.EXPANSION);
            if (name.poisoned) {
                error("LB2033", identifier.blame(), "use of the poisoned name '" + name.text + "'");
            }
        }
        return name;
    }

    Name read(String text, PreprocessorListener.Read why) {
        var name = names.of(text);
        if (name.readIn != epoch) {
            noteRead(name, why);
        }
        return name;
    }

    /** The name without a read: for questions whose answer does not depend on its meaning. */
    Name peek(String text) {
        return names.of(text);
    }

    private void noteRead(Name name, PreprocessorListener.Read why) {
        if (!name.poisoned) {
            name.readIn = epoch;
        }
        if (recording != null && name.changedIn != epoch) {
            recording.read(name);
        }
        if (listening) {
            listener.macroRead(name.text, Optional.ofNullable(name.definition).map(d -> d.macro), why);
        }
    }

    void define(Definition definition) {
        var name = names.of(definition.macro.name());
        if (name.readIn != epoch) {
            noteRead(name, PreprocessorListener.Read.DEFINITION);
        }
        var old = name.definition;
        if (old != null && old.macro != definition.macro) {
            checkRedefinition(old.macro, definition.macro);
        }
        change(name, definition);
        if (listening) {
            listener.defined(definition.macro);
        }
    }

    private void checkRedefinition(Macro old, Macro now) {
        if (!old.means(now)) {
            report(Diagnostic.warning("LB2023", now.definition(), "macro '" + now.name() + "' is defined anew")
                    .withNote("it was defined before here", old.definition()));
        }
    }

    void undefine(String text) {
        var name = names.of(text);
        change(name, null);
        if (listening) {
            listener.undefined(text);
        }
    }

    private void change(Name name, Definition definition) {
        name.definition = definition;
        name.disabled = false;
        name.readIn = 0;
        name.changedIn = epoch;
        if (recording != null) {
            recording.changed(name);
        }
    }

    // ---- fragments

    /** Begins a stretch; its event log goes to {@code log}, which may be null. */
    void record(Recording log) {
        epoch++;
        recording = log;
    }

    Recording recording() {
        return recording;
    }

    /** What is going on depends on, or changes, more than the values of names. */
    void dependsOnMore() {
        if (recording != null) {
            recording.dependsOnMore();
        }
    }

    /** Does to the names what a fragment did when it was recorded. */
    void apply(Fragment fragment) {
        spend(fragment.tokens.length + fragment.changes.length + 1);
        if (listening) {
            fragment.content.reads().forEach(
                    read -> listener.macroRead(read.name(), read.value(), PreprocessorListener.Read.EXPANSION));
        }
        for (int i = 0; i < fragment.changes.length; i++) {
            change(names.of(fragment.changed[i]), fragment.changes[i]);
            if (listening) {
                var change = fragment.content.changes().get(i);
                change.value().ifPresentOrElse(listener::defined, () -> listener.undefined(change.name()));
            }
        }
        counter += fragment.content.counters();
    }

    void pushMacro(String text) {
        dependsOnMore();
        var name = read(text, PreprocessorListener.Read.DEFINITION);
        pushed.computeIfAbsent(name, n -> new ArrayDeque<>()).push(Optional.ofNullable(name.definition));
    }

    void popMacro(String text) {
        dependsOnMore();
        var saved = pushed.get(names.of(text));
        if (saved == null || saved.isEmpty()) {
            return;
        }
        saved.pop().ifPresentOrElse(this::restore, () -> undefine(text));
    }

    private void restore(Definition definition) {
        change(names.of(definition.macro.name()), definition);
        if (listening) {
            listener.defined(definition.macro);
        }
    }

    void poison(String text) {
        dependsOnMore();
        var name = names.of(text);
        if (name.definition != null) {
            undefine(text);
        }
        name.poisoned = true;
        name.readIn = 0;
    }
}
