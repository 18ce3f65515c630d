package org.latebind.preprocessor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
    /** Spellings that {@code #} and {@code ##} make cost a token for so many characters. */
    private static final int CHARACTERS_OF_A_TOKEN = 4;

    private final PreprocessorOptions options;
    private final DiagnosticSink sink;
    private final PreprocessorListener listener;
    private final boolean listening;
    private final NameTable names;
    private final Map<Name, Deque<Optional<Meaning>>> pushed = new HashMap<>();
    /** Files that are never read again. */
    private final Set<SourceFile> once = new HashSet<>();
    /** Files that were read at least once. */
    private final Set<SourceFile> entered = new HashSet<>();
    /** Function-like macros that a condition needed and that are not defined. */
    private final Set<String> missing = new HashSet<>();
    private long budget;
    private long expandable;
    /** The place that a diagnostic about a limit names. */
    private Supplier<Position> where = () -> Position.NONE;
    private int counter;
    /** Reads are reported once in an epoch, and again after a change. */
    private int epoch = 1;
    /** The event log of the run being processed, or null. */
    private Recording recording;
    /** What an attempt changed, or null outside one. */
    private Journal journal;

    /** @param expectedNames about how many names the unit will meet */
    UnitState(PreprocessorOptions options, PreprocessorListener listener, DiagnosticSink sink, int expectedNames) {
        this.names = new NameTable(expectedNames);
        this.options = options;
        this.sink = sink;
        this.listener = listener;
        this.listening = listener != PreprocessorListener.NONE;
        this.budget = options.limits().tokens();
        this.expandable = options.limits().expanded();
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

    /** Whether a file is never read again. */
    boolean isRead(SourceFile file) {
        return once.contains(file);
    }

    void readOnce(SourceFile file) {
        if (once.add(file) && journal != null) {
            journal.undo(() -> once.remove(file));
        }
    }

    boolean wasEntered(SourceFile file) {
        return entered.contains(file);
    }

    void enter(SourceFile file) {
        if (entered.add(file) && journal != null) {
            journal.undo(() -> entered.remove(file));
        }
    }

    /** Does work, and makes what it changed here undone where it does not end with yes. */
    boolean attempt(BooleanSupplier work) {
        var outer = journal;
        var own = new Journal();
        int counted = counter;
        long expandableBefore = expandable;
        boolean kept = false;
        journal = own;
        try {
            kept = work.getAsBoolean();
        } finally {
            journal = outer;
            if (!kept) {
                own.rollBack();
                counter = counted;
                expandable = expandableBefore;
                epoch++;
            } else if (outer != null) {
                outer.undo(own::rollBack);
            }
        }
        return kept;
    }

    // ---- diagnostics and limits

    void report(Diagnostic diagnostic) {
        dependsOnMore();
        sink.report(diagnostic);
    }

    /** Whether a macro is found missing for the first time; in an attempt each time, since it may be undone. */
    boolean missesFirst(String name) {
        return missing.add(name) || journal != null;
    }

    DiagnosticSink sink() {
        return this::report;
    }

    void error(String code, Position where, String message) {
        report(Diagnostic.error(code, where, message));
    }

    /** Who knows where processing is. */
    void locate(Supplier<Position> place) {
        where = place;
    }

    DiagnosticException limit(String message) {
        return DiagnosticException.refused(Diagnostic.error("LB2040", where.get(), message)
                .withHelp("no real source comes near this bound; look for macros or headers that use themselves"));
    }

    /** Counts a token that macros stand for in the end against the limit. */
    void expanded() {
        if (--expandable < 0) {
            throw limit("macros stand for more than " + limits().expanded() + " tokens in this unit");
        }
    }

    /** Counts a spelling about to be made by {@code #} or {@code ##}. */
    void spell(long characters) {
        spend(characters / CHARACTERS_OF_A_TOKEN);
    }

    /** Counts tokens read or made against the limit. */
    void spend(long tokens) {
        budget -= tokens;
        if (budget < 0) {
            throw limit("preprocessing makes more than " + limits().tokens() + " tokens");
        }
    }

    int counter() {
        return counter;
    }

    void rewindCounter(int value) {
        if (value > counter) {
            throw new IllegalArgumentException(value + " is yet to come");
        }
        counter = value;
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
            listener.macroRead(name.text, Optional.ofNullable(name.meaning).map(Meaning::macro), why);
        }
    }

    void define(String text, Meaning meaning) {
        var name = names.of(text);
        if (name.readIn != epoch) {
            noteRead(name, PreprocessorListener.Read.DEFINITION);
        }
        var old = name.meaning;
        if (old != null && !old.same(meaning)) {
            checkRedefinition(old.macro(), meaning.macro());
        }
        change(name, meaning);
        if (listening) {
            listener.defined(meaning.macro());
        }
    }

    private void checkRedefinition(Macro old, Macro now) {
        if (!old.means(now)) {
            report(Diagnostic.warning("LB2023", now.definition(), "macro '" + now.name() + "' is redefined")
                    .withNote("the previous definition is here", old.definition()));
        }
    }

    void undefine(String text) {
        var name = names.of(text);
        change(name, null);
        if (listening) {
            listener.undefined(text);
        }
    }

    private void change(Name name, Meaning meaning) {
        remember(name);
        name.meaning = meaning;
        name.disabled = false;
        name.readIn = 0;
        name.changedIn = epoch;
        if (recording != null) {
            recording.changed(name);
        }
    }

    private void remember(Name name) {
        if (journal == null) {
            return;
        }
        var meaning = name.meaning;
        boolean poisoned = name.poisoned;
        journal.undo(() -> {
            name.meaning = meaning;
            name.poisoned = poisoned;
            name.disabled = false;
            name.readIn = 0;
        });
    }

    // ---- fragments

    /** Begins a run; its event log goes to {@code log}, which may be null. */
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
        spend(1L + fragment.size + fragment.changes.length);
        if (listening) {
            for (int i = 0; i < fragment.names.length; i++) {
                var value = Optional.ofNullable(fragment.values[i]).map(Meaning::macro);
                listener.macroRead(fragment.names[i], value, PreprocessorListener.Read.EXPANSION);
            }
        }
        for (int i = 0; i < fragment.changes.length; i++) {
            change(names.of(fragment.changed[i]), fragment.changes[i]);
            if (listening) {
                tellChange(fragment.changed[i], fragment.changes[i]);
            }
        }
        counter += fragment.counters;
    }

    private void tellChange(String name, Meaning meaning) {
        if (meaning == null) {
            listener.undefined(name);
        } else {
            listener.defined(meaning.macro());
        }
    }

    /** Puts the names into the state that a fragment was recorded in, as far as it was read. */
    void assume(Fragment fragment, int firstCounter) {
        for (int i = 0; i < fragment.names.length; i++) {
            names.of(fragment.names[i]).meaning = fragment.values[i];
        }
        counter = firstCounter;
    }

    void pushMacro(String text) {
        dependsOnMore();
        var name = read(text, PreprocessorListener.Read.DEFINITION);
        var values = pushed.computeIfAbsent(name, n -> new ArrayDeque<>());
        values.push(Optional.ofNullable(name.meaning));
        if (journal != null) {
            journal.undo(values::pop);
        }
    }

    void popMacro(String text) {
        dependsOnMore();
        var saved = pushed.get(names.of(text));
        if (saved == null || saved.isEmpty()) {
            return;
        }
        var value = saved.pop();
        if (journal != null) {
            journal.undo(() -> saved.push(value));
        }
        value.ifPresentOrElse(this::restore, () -> undefine(text));
    }

    private void restore(Meaning meaning) {
        change(names.of(meaning.macro().name()), meaning);
        if (listening) {
            listener.defined(meaning.macro());
        }
    }

    void poison(String text) {
        dependsOnMore();
        var name = names.of(text);
        if (name.meaning != null) {
            undefine(text);
        }
        remember(name);
        name.poisoned = true;
        name.readIn = 0;
    }
}
