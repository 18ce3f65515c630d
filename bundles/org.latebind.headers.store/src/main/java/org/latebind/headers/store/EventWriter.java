package org.latebind.headers.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.bytes.ByteSink;
import org.latebind.headers.api.EventRecorder.Recorded;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.RunOutline;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderFragment.CountedName;
import org.latebind.token.api.HeaderFragment.Next;
import org.latebind.token.api.Macro;
import org.latebind.token.api.MacroOrigin;

/** Writes event logs, those of the headers of one block of tokens in one section. */
final class EventWriter {
    private final HeaderIndex index;
    private final SpellingNumbers spellings;
    private final Map<Macro, Integer> elsewhere = new LinkedHashMap<>();

    EventWriter(HeaderIndex index, SpellingNumbers spellings) {
        this.index = index;
        this.spellings = spellings;
    }

    void write(Recorded recorded, ContainerWriter out) throws IOException {
        var byBlock = new TreeMap<Integer, List<HeaderEvents>>();
        for (var events : recorded.events()) {
            var place = index.place(events.log().file().path()).orElseThrow();
            byBlock.computeIfAbsent(place.block(), block -> new ArrayList<>()).add(events);
        }
        for (var entry : byBlock.entrySet()) {
            out.section(Sections.events(entry.getKey()), block(entry.getKey(), entry.getValue()));
        }
        var common = new ByteSink();
        common.text(recorded.basis());
        common.list(recorded.skipped(), BuildFacts::writeSkipped);
        common.list(elsewhere.keySet(), EventWriter::macro);
        common.number(recorded.events().size());
        common.number(recorded.events().stream().mapToInt(events -> events.log().fragments().size()).sum());
        out.section(Sections.EVENTS, common.toBytes());
    }

    private byte[] block(int block, List<HeaderEvents> headers) {
        var names = new Names(block);
        var table = new ByteSink();
        var logs = new ByteSink();
        int last = 0;
        for (var events : headers) {
            var log = new ByteSink();
            log(events, names, log);
            int number = index.number(events.log().file().path());
            table.number(number - last);
            table.number(log.size());
            last = number;
            logs.bytes(log.toBytes());
        }
        var content = new ByteSink();
        content.list(names.extra.keySet(), ByteSink::text);
        content.number(headers.size());
        content.bytes(table.toBytes());
        content.bytes(logs.toBytes());
        return content.toBytes();
    }

    /** What a block's logs call names by. */
    private final class Names {
        private final int block;
        private final Map<String, Integer> extra = new LinkedHashMap<>();

        Names(int block) {
            this.block = block;
        }

        int of(String name) {
            var shared = spellings.shared(name);
            if (shared.isPresent()) {
                return NameCode.shared(shared.getAsInt());
            }
            var local = spellings.local(block, name);
            return local.isPresent()
                    ? NameCode.local(local.getAsInt())
                    : NameCode.extra(extra.computeIfAbsent(name, n -> extra.size()));
        }
    }

    private void log(HeaderEvents events, Names names, ByteSink out) {
        var log = events.log();
        out.optional(log.guard());
        out.number(log.fragments().size());
        int from = 0;
        for (int i = 0; i < log.fragments().size(); i++) {
            var fragment = log.fragments().get(i);
            out.number(fragment.from() - from);
            from = fragment.from();
            fragment(fragment, names, out);
            outline(events.outlines().get(i), names, out);
        }
    }

    private void fragment(HeaderFragment fragment, Names names, ByteSink out) {
        out.number(fragment.to() - fragment.from());
        out.number(fragment.tokens());
        out.number(fragment.counters());
        if (fragment.counters() > 0) {
            out.number(fragment.firstCounter());
            out.u8(fragment.counted().isPresent() ? 1 : 0);
            fragment.counted().ifPresent(made -> out.list(made, EventWriter::counted));
        }
        next(fragment, names, out);
        absent(fragment, names, out);
        present(fragment, names, out);
        changes(fragment, names, out);
    }

    private static void counted(ByteSink out, CountedName name) {
        out.text(name.before());
        out.number(name.step());
        out.text(name.after());
    }

    private static void next(HeaderFragment fragment, Names names, ByteSink out) {
        switch (fragment.next()) {
            case Next.End end -> out.u8(EventCodes.END);
            case Next.Computed computed -> out.u8(EventCodes.COMPUTED);
            case Next.Include i -> {
                out.u8(EventCodes.INCLUDE | (i.angled() ? EventCodes.ANGLED : 0) | (i.next() ? EventCodes.NEXT : 0)
                        | (i.once() ? EventCodes.ONCE : 0));
                out.number(i.end() - fragment.to());
                out.number(names.of(i.angled() ? "<" + i.spelling() + ">" : '"' + i.spelling() + '"'));
            }
        }
    }

    private static void absent(HeaderFragment fragment, Names names, ByteSink out) {
        var codes = fragment.reads().stream().filter(read -> read.value().isEmpty())
                .mapToInt(read -> names.of(read.name())).sorted().toArray();
        out.number(codes.length);
        int last = 0;
        for (int code : codes) {
            out.number(code - last);
            last = code;
        }
    }

    private record Present(int name, MacroOrigin value) {}

    private void present(HeaderFragment fragment, Names names, ByteSink out) {
        var reads = fragment.reads().stream().filter(read -> read.value().isPresent())
                .map(read -> new Present(names.of(read.name()), read.value().get()))
                .sorted(Comparator.comparingInt(Present::name)).toList();
        out.number(reads.size());
        int last = 0;
        for (var read : reads) {
            out.number(read.name() - last);
            last = read.name();
            switch (read.value()) {
                case MacroOrigin.Elsewhere other -> {
                    out.number(0);
                    out.number(elsewhere.computeIfAbsent(other.macro(), macro -> elsewhere.size()));
                }
                case MacroOrigin.InHeader in -> {
                    out.number(1 + index.number(in.header().path()));
                    out.number(in.directive());
                }
            }
        }
    }

    /** Definitions that a recorded run makes are its own directives'. */
    private static void changes(HeaderFragment fragment, Names names, ByteSink out) {
        out.number(fragment.changes().size());
        int last = fragment.from();
        for (var change : fragment.changes()) {
            if (change.value().isPresent()) {
                int directive = ((MacroOrigin.InHeader) change.value().get()).directive();
                out.number(1 + directive - last);
                last = directive;
            } else {
                out.number(0);
            }
            out.number(names.of(change.name()));
        }
    }

    private static void outline(Optional<RunOutline> outline, Names names, ByteSink out) {
        out.u8(outline.isPresent() ? 1 : 0);
        if (outline.isEmpty()) {
            return;
        }
        out.list(outline.get().asked(), (sink, asked) ->
                sink.number(names.of(asked.name()) << 1 | (asked.typedef() ? 1 : 0)));
        out.number(outline.get().declarations().size());
        for (var declaration : outline.get().declarations()) {
            declaration(declaration, names, out);
        }
    }

    private static void declaration(DeclarationOutline declaration, Names names, ByteSink out) {
        var lists = List.of(declaration.ordinary(), declaration.typedefs(), declaration.tags(), declaration.enumerators());
        int shape = EventCodes.code(declaration.kind()) | (declaration.makesSomething() ? EventCodes.MAKES_SOMETHING : 0);
        for (int i = 0; i < lists.size(); i++) {
            shape |= lists.get(i).isEmpty() ? 0 : EventCodes.FIRST_LIST << i;
        }
        out.u8(shape);
        out.number(declaration.end() - declaration.first());
        for (var list : lists) {
            if (!list.isEmpty()) {
                out.list(list, (sink, name) -> sink.number(names.of(name)));
            }
        }
    }

    private static void macro(ByteSink out, Macro macro) {
        out.text(macro.name());
        out.u8(EventCodes.code(macro.form()));
        out.list(macro.parameters(), ByteSink::text);
        out.u8(macro.variadic() ? 1 : 0);
        out.number(macro.definition().line());
        out.number(macro.definition().column());
        out.list(macro.body(), (sink, token) -> {
            sink.u8(TokenCodes.code(token.kind()));
            sink.text(token.text());
            sink.number(token.line());
            sink.number(token.column());
            sink.number(token.flags());
        });
    }
}
