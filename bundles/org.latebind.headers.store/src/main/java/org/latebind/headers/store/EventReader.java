package org.latebind.headers.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.latebind.bytes.ByteSource;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.headers.api.Skipped;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.RunOutline;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderFragment.Change;
import org.latebind.token.api.HeaderFragment.CountedName;
import org.latebind.token.api.HeaderFragment.Next;
import org.latebind.token.api.HeaderFragment.Read;
import org.latebind.token.api.HeaderLog;
import org.latebind.token.api.Macro;
import org.latebind.token.api.MacroOrigin;
import org.latebind.token.api.Token;

/** Reads event logs, a block's when the first of its headers is asked for. */
final class EventReader {
    /** What is common to all logs. */
    record Common(String basis, List<Skipped> skipped, List<Macro> macros, int headers, int fragments) {
        static Common read(ByteSource source) {
            return new Common(source.text(), source.list(BuildFacts::readSkipped), source.list(EventReader::macro),
                    source.index(Integer.MAX_VALUE), source.index(Integer.MAX_VALUE));
        }
    }

    private record Place(int from, int to) {}

    /** A block's content and where in it each header's log stands. */
    private record Block(byte[] content, List<String> names, Map<Integer, Place> places) {}

    private final Container container;
    private final HeaderIndex index;
    private final TokenReader tokens;
    private final Supplier<Common> common;
    private final Map<Integer, Block> blocks = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<SourceFile> files;

    EventReader(Container container, HeaderIndex index, TokenReader tokens, Supplier<Common> common) {
        this.container = container;
        this.index = index;
        this.tokens = tokens;
        this.common = common;
        this.files = new AtomicReferenceArray<>(index.count());
    }

    Optional<HeaderEvents> read(String path) {
        int number = index.number(path);
        if (number < 0) {
            return Optional.empty();
        }
        var place = index.place(path).orElseThrow();
        var section = Sections.events(place.block());
        if (!container.has(section)) {
            return Optional.empty();
        }
        var block = blocks.computeIfAbsent(place.block(), b -> open(section));
        var log = block.places().get(number);
        return log == null
                ? Optional.empty()
                : Optional.of(new Reading(block, place.block(), file(number), place.tokens(),
                        Damage.source(block.content(), log.from(), log.to(), section)).events());
    }

    private Block open(String section) {
        var content = container.read(section);
        var source = Damage.source(content, section);
        var names = source.list(ByteSource::text);
        int count = source.count();
        var numbers = new int[count];
        var sizes = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = source.index(index.count());
            sizes[i] = source.index(content.length);
        }
        var places = new HashMap<Integer, Place>();
        int number = 0;
        for (int i = 0; i < count; i++) {
            number += numbers[i];
            int from = source.position();
            source.skip(sizes[i]);
            places.put(number, new Place(from, from + sizes[i]));
        }
        return new Block(content, names, places);
    }

    private SourceFile file(int number) {
        var known = files.get(number);
        if (known == null) {
            known = new SourceFile(index.path(number), Origin.KERNEL);
            files.set(number, known);
        }
        return known;
    }

    private static Macro macro(ByteSource source) {
        var name = source.text();
        var form = EventCodes.form(source.u8()).orElseThrow(source::damaged);
        var parameters = source.list(ByteSource::text);
        boolean variadic = source.u8() != 0;
        var definition = new Position(SourceFile.BUILT_IN, line(source), line(source));
        var body = source.list(EventReader::token);
        if (variadic && parameters.isEmpty()) {
            throw source.damaged();
        }
        return new Macro(name, form, parameters, variadic, body, form == Macro.Form.BUILT_IN ? Position.NONE : definition);
    }

    private static int line(ByteSource source) {
        return source.index(Integer.MAX_VALUE);
    }

    private static Token token(ByteSource source) {
        return new Token(TokenCodes.kind(source.u8(), Sections.EVENTS), source.text(), SourceFile.BUILT_IN, line(source),
                line(source), source.index(Integer.MAX_VALUE), Expansion.NONE);
    }

    /** One header's log being read. */
    private final class Reading {
        private final int number;
        private final SourceFile file;
        private final int length;
        private final ByteSource source;
        private final IntFunction<String> extra;

        Reading(Block block, int number, SourceFile file, int length, ByteSource source) {
            this.number = number;
            this.file = file;
            this.length = length;
            this.source = source;
            this.extra = i -> i < block.names().size() ? block.names().get(i) : null;
        }

        HeaderEvents events() {
            var guard = source.optional();
            int count = source.count();
            var fragments = new ArrayList<HeaderFragment>(count);
            var outlines = new ArrayList<Optional<RunOutline>>(count);
            int from = 0;
            for (int i = 0; i < count; i++) {
                from += source.index(length + 1);
                var fragment = fragment(from);
                fragments.add(fragment);
                outlines.add(outline(fragment.tokens()));
            }
            return new HeaderEvents(new HeaderLog(file, length, guard, fragments), outlines);
        }

        private String name(int code) {
            int i = NameCode.index(code);
            if (NameCode.isShared(code)) {
                return tokens.sharedText(i);
            }
            var text = NameCode.isLocal(code) ? tokens.localText(number, i) : extra.apply(i);
            if (text == null) {
                throw source.damaged();
            }
            return text;
        }

        private int code() {
            return source.index(Integer.MAX_VALUE);
        }

        private int after(int code) {
            long next = (long) code + code();
            if (next > Integer.MAX_VALUE) {
                throw source.damaged();
            }
            return (int) next;
        }

        private int directive(int at) {
            if (at < 0 || at >= length) {
                throw source.damaged();
            }
            return at;
        }

        private HeaderFragment fragment(int from) {
            int to = from + source.index(length - from + 1);
            int size = source.index(Integer.MAX_VALUE);
            int counters = source.index(Integer.MAX_VALUE);
            int firstCounter = counters > 0 ? source.index(Integer.MAX_VALUE) : 0;
            Optional<List<CountedName>> counted = counters > 0 && source.u8() != 0
                    ? Optional.of(source.list(s -> new CountedName(s.text(), s.index(Integer.MAX_VALUE), s.text())))
                    : Optional.empty();
            var next = next(to);
            return new HeaderFragment(from, to, size, reads(), changes(from), firstCounter, counters, counted, next);
        }

        private Next next(int to) {
            int kind = source.u8();
            if (kind == EventCodes.END) {
                return new Next.End();
            }
            if (kind == EventCodes.COMPUTED) {
                return new Next.Computed();
            }
            int end = to + source.index(length - to + 1);
            var quoted = name(code());
            if ((kind & EventCodes.INCLUDE) == 0 || end <= to || quoted.length() < 2) {
                throw source.damaged();
            }
            return new Next.Include(quoted.substring(1, quoted.length() - 1), (kind & EventCodes.ANGLED) != 0,
                    (kind & EventCodes.NEXT) != 0, (kind & EventCodes.ONCE) != 0, end);
        }

        private List<Read> reads() {
            int absent = source.count();
            var reads = new ArrayList<Read>(absent + 16);
            int code = 0;
            for (int i = 0; i < absent; i++) {
                code = after(code);
                reads.add(new Read(name(code), Optional.empty()));
            }
            int present = source.count();
            code = 0;
            for (int i = 0; i < present; i++) {
                code = after(code);
                reads.add(new Read(name(code), Optional.of(origin())));
            }
            return reads;
        }

        private MacroOrigin origin() {
            int header = source.index(index.count() + 1);
            if (header == 0) {
                var macros = common.get().macros();
                return new MacroOrigin.Elsewhere(macros.get(source.index(macros.size())));
            }
            return new MacroOrigin.InHeader(file(header - 1), source.index(Integer.MAX_VALUE));
        }

        private List<Change> changes(int from) {
            int count = source.count();
            var changes = new ArrayList<Change>(count);
            int last = from;
            for (int i = 0; i < count; i++) {
                int step = source.index(length + 1);
                Optional<MacroOrigin> value = Optional.empty();
                if (step > 0) {
                    last = directive(last + step - 1);
                    value = Optional.of(new MacroOrigin.InHeader(file, last));
                }
                changes.add(new Change(name(code()), value));
            }
            return changes;
        }

        private Optional<RunOutline> outline(int size) {
            if (source.u8() == 0) {
                return Optional.empty();
            }
            var asked = source.list(s -> {
                int code = code();
                return new RunOutline.Asked(name(code >>> 1), (code & 1) != 0);
            });
            int count = source.count();
            var declarations = new ArrayList<DeclarationOutline>(count);
            int at = 0;
            for (int i = 0; i < count; i++) {
                var declaration = declaration(at, size);
                declarations.add(declaration);
                at = declaration.end();
            }
            if (at != size) {
                throw source.damaged();
            }
            return Optional.of(new RunOutline(declarations, asked));
        }

        private DeclarationOutline declaration(int first, int size) {
            int shape = source.u8();
            int end = first + source.index(size - first + 1);
            var kind = EventCodes.kind(shape & EventCodes.KIND_MASK).orElseThrow(source::damaged);
            return new DeclarationOutline(first, end, kind, names(shape, 0), names(shape, 1), names(shape, 2),
                    names(shape, 3), (shape & EventCodes.MAKES_SOMETHING) != 0);
        }

        private List<String> names(int shape, int list) {
            return (shape & EventCodes.FIRST_LIST << list) == 0 ? List.of() : source.list(s -> name(code()));
        }
    }
}
