package org.latebind.kmod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfIdentity;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.headers.api.SectionRule;

/**
 * {@code ld -r} with the kernel's module linker script.
 *
 * <pre>
 *   a.o  .text 0x30 bytes   .text.foo 0x10        .text  0x50 bytes
 *   b.o  .text 0x10 bytes   .discard.x       -->  symbols of b.o's .text moved by 0x40
 * </pre>
 *
 * Sections of one output name become one section: two of the same name in a {@code .ko} make newer
 * kernels refuse it (EEXIST in sysfs).
 */
final class MergeObjects {
    /**
     * Sections that say something to linkers only. ld keeps {@code .comment}, which names the
     * compiler; nothing reads it.
     */
    private static final Set<String> FOR_LINKERS =
            Set.of(".note.GNU-stack", ".note.gnu.property", ".comment", ".llvm_addrsig");

    private static final int DROPPED = -2;

    private final List<Input> inputs;
    private final LinkerScript script;
    private final byte codeFill;
    private final Refusal refusal;
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private final Map<String, Integer> globals = new HashMap<>();
    private final Map<String, Integer> sectionSymbols = new HashMap<>();

    /** One input object and where its parts went. */
    private static final class Input {
        final String name;
        final RelocatableObject object;
        final Piece[] pieces;
        final int[] symbolAt;
        final long[] addendMoved;

        Input(String name, RelocatableObject object) {
            this.name = name;
            this.object = object;
            this.pieces = new Piece[object.sections().size()];
            this.symbolAt = new int[object.symbols().size()];
            this.addendMoved = new long[object.symbols().size()];
        }
    }

    /** An input section on its way into an output section. */
    private static final class Piece {
        final Input input;
        final Section section;
        final LinkerScript.Place place;
        final Output output;
        long offset;

        Piece(Input input, Section section, LinkerScript.Place place, Output output) {
            this.input = input;
            this.section = section;
            this.place = place;
            this.output = output;
        }
    }

    private static final class Output {
        final String name;
        final List<Piece> pieces = new ArrayList<>();
        int index = -1;
        long size;
        long alignment = 1;

        Output(String name) {
            this.name = name;
        }
    }

    private MergeObjects(LinkerScript script, byte codeFill, Refusal refusal) {
        this.inputs = new ArrayList<>();
        this.script = script;
        this.codeFill = codeFill;
        this.refusal = refusal;
    }

    /**
     * @param objects by name, in link order; all of one identity
     */
    static RelocatableObject merge(
            Map<String, RelocatableObject> objects, LinkerScript script, byte codeFill, Refusal refusal) {
        MergeObjects merge = new MergeObjects(script, codeFill, refusal);
        objects.forEach((name, object) -> merge.inputs.add(new Input(name, object)));
        return merge.merge(objects.values().iterator().next().identity());
    }

    private RelocatableObject merge(ElfIdentity identity) {
        placeSections();
        arrange();
        inputs.forEach(this::addLocals);
        defineScriptSymbols();
        inputs.forEach(this::addGlobals);
        inputs.forEach(this::addReferences);
        List<Section> sections = outputs.values().stream().map(this::compose).toList();
        return withoutUnused(new RelocatableObject(identity, sections, symbols, List.of()));
    }

    private void placeSections() {
        Set<String> seenGroups = new HashSet<>();
        for (Input input : inputs) {
            Set<Integer> dropped = new HashSet<>();
            for (RelocatableObject.Group group : input.object.groups()) {
                if (!seenGroups.add(group.signature())) {
                    dropped.addAll(group.sections());
                }
            }
            for (int i = 0; i < input.pieces.length; i++) {
                if (!dropped.contains(i)) {
                    input.pieces[i] = piece(input, input.object.sections().get(i));
                }
            }
        }
    }

    private Piece piece(Input input, Section section) {
        LinkerScript.Place place = script.place(section.name());
        if (place.isDiscard() || FOR_LINKERS.contains(section.name())) {
            return null;
        }
        Output output = outputs.computeIfAbsent(place.output(), Output::new);
        Piece piece = new Piece(input, section, place, output);
        output.pieces.add(piece);
        return piece;
    }

    private void arrange() {
        int index = 0;
        for (Output output : outputs.values()) {
            output.index = index++;
            output.pieces.sort(
                    Comparator.<Piece>comparingInt(piece -> piece.place.statement())
                            .thenComparing(piece -> piece.place.sorted() ? piece.section.name() : ""));
            output.alignment = declaredAlignment(output.name);
            for (Piece piece : output.pieces) {
                output.size = alignUp(output.size, Math.max(piece.section.alignment(), alignedBefore(piece)));
                piece.offset = output.size;
                output.size += piece.section.size();
                output.alignment = Math.max(output.alignment, piece.section.alignment());
            }
        }
    }

    private int declaredAlignment(String output) {
        return script.rules().stream()
                .filter(rule -> rule.name().equals(output))
                .mapToInt(SectionRule::alignment)
                .reduce(1, Math::max);
    }

    /** The script's {@code . = ALIGN(n)} before the statement that takes this piece. */
    private int alignedBefore(Piece piece) {
        int result = 1;
        for (SectionRule rule : script.rules()) {
            if (rule.name().equals(piece.place.output()) && piece.place.statement() != LinkerScript.ORPHAN) {
                for (SectionRule.Statement statement : rule.statements().subList(0, piece.place.statement())) {
                    result = statement instanceof SectionRule.Align align ? Math.max(result, align.bytes()) : result;
                }
            }
        }
        return result;
    }

    private static long alignUp(long offset, long alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    private void addLocals(Input input) {
        for (int i = 0; i < input.symbolAt.length; i++) {
            Symbol symbol = input.object.symbols().get(i);
            input.symbolAt[i] = DROPPED;
            if (symbol.binding() != Symbol.LOCAL) {
                continue;
            }
            if (!symbol.isInSection()) {
                input.symbolAt[i] = add(symbol);
                continue;
            }
            Piece piece = input.pieces[symbol.section()];
            if (piece == null) {
                continue;
            }
            if (symbol.type() == Symbol.SECTION) {
                input.symbolAt[i] = sectionSymbol(piece.output);
                input.addendMoved[i] = piece.offset + symbol.value();
            } else {
                input.symbolAt[i] = add(moved(symbol, piece));
            }
        }
    }

    private int sectionSymbol(Output output) {
        return sectionSymbols.computeIfAbsent(
                output.name,
                name -> add(new Symbol("", Symbol.LOCAL, Symbol.SECTION, Symbol.DEFAULT_VISIBILITY, output.index, 0, 0)));
    }

    private static Symbol moved(Symbol symbol, Piece piece) {
        return new Symbol(
                symbol.name(),
                symbol.binding(),
                symbol.type(),
                symbol.visibility(),
                piece.output.index,
                piece.offset + symbol.value(),
                symbol.size());
    }

    /** {@code symbol = .;} of the script, where its output section has anything in it. */
    private void defineScriptSymbols() {
        for (SectionRule rule : script.rules()) {
            Output output = outputs.get(rule.name());
            boolean placed =
                    output != null
                            && output.pieces.stream().anyMatch(p -> p.place.statement() != LinkerScript.ORPHAN);
            for (int i = 0; placed && i < rule.statements().size(); i++) {
                if (rule.statements().get(i) instanceof SectionRule.Symbol symbol) {
                    int at = add(scriptSymbol(symbol.symbol(), output, i));
                    globals.put(symbol.symbol(), at);
                }
            }
        }
    }

    private static Symbol scriptSymbol(String name, Output output, int statement) {
        long value = 0;
        for (Piece piece : output.pieces) {
            if (piece.place.statement() < statement) {
                value = piece.offset + piece.section.size();
            } else {
                value = piece.place.statement() == LinkerScript.ORPHAN ? value : piece.offset;
                break;
            }
        }
        return new Symbol(name, Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, output.index, value, 0);
    }

    private void addGlobals(Input input) {
        for (int i = 0; i < input.symbolAt.length; i++) {
            Symbol symbol = input.object.symbols().get(i);
            boolean lost = symbol.isInSection() && input.pieces[symbol.section()] == null;
            if (symbol.binding() == Symbol.LOCAL || !symbol.isDefined() || lost) {
                continue;
            }
            if (symbol.section() == Symbol.COMMON) {
                // -fno-common is part of the kernel's contract; the module loader refuses these too.
                refusal.error(
                        "LB8003",
                        "'" + symbol.name() + "' is a common symbol in " + input.name,
                        "initialize it, or make it static");
                continue;
            }
            Symbol placed = symbol.isInSection() ? moved(symbol, input.pieces[symbol.section()]) : symbol;
            Integer before = globals.get(symbol.name());
            if (before == null) {
                globals.put(symbol.name(), add(placed));
            } else if (symbols.get(before).binding() == Symbol.WEAK && symbol.binding() != Symbol.WEAK) {
                symbols.set(before, placed);
            } else if (symbol.binding() != Symbol.WEAK) {
                refusal.report(PackagingRules.definedTwice(symbol.name(), input.name));
            }
        }
    }

    private void addReferences(Input input) {
        for (int i = 0; i < input.symbolAt.length; i++) {
            Symbol symbol = input.object.symbols().get(i);
            if (symbol.binding() != Symbol.LOCAL) {
                Symbol undefined =
                        new Symbol(symbol.name(), symbol.binding(), Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, Symbol.UNDEFINED, 0, 0);
                int at = globals.computeIfAbsent(symbol.name(), name -> add(undefined));
                Symbol known = symbols.get(at);
                if (!known.isDefined() && known.binding() == Symbol.WEAK && symbol.binding() == Symbol.GLOBAL) {
                    symbols.set(at, undefined);
                }
                input.symbolAt[i] = at;
            }
        }
    }

    private int add(Symbol symbol) {
        symbols.add(symbol);
        return symbols.size() - 1;
    }

    private Section compose(Output output) {
        Section first = output.pieces.get(0).section;
        long flags = 0;
        boolean empty = true;
        boolean sameEntries = true;
        for (Piece piece : output.pieces) {
            flags |= piece.section.flags();
            empty &= piece.section.type() == Section.NOBITS;
            sameEntries &=
                    piece.section.entrySize() == first.entrySize()
                            && piece.section.has(Section.MERGE) == first.has(Section.MERGE)
                            && piece.section.has(Section.STRINGS) == first.has(Section.STRINGS);
        }
        flags &= ~(Section.GROUP | Section.LINK_ORDER);
        flags &= sameEntries ? -1L : ~(Section.MERGE | Section.STRINGS);
        int type = empty || first.type() != Section.NOBITS ? first.type() : Section.PROGBITS;
        return new Section(
                output.name,
                type,
                flags,
                output.alignment,
                sameEntries ? first.entrySize() : 0,
                empty ? Bytes.EMPTY : contents(output, (flags & Section.EXECINSTR) != 0),
                output.size,
                relocations(output));
    }

    private Bytes contents(Output output, boolean code) {
        byte[] result = new byte[Math.toIntExact(output.size)];
        if (code) {
            Arrays.fill(result, codeFill);
        }
        for (Piece piece : output.pieces) {
            int from = (int) piece.offset;
            Arrays.fill(result, from, from + (int) piece.section.size(), (byte) 0);
            piece.section.contents().copyTo(result, from);
        }
        return Bytes.of(result);
    }

    private List<Relocation> relocations(Output output) {
        List<Relocation> result = new ArrayList<>();
        for (Piece piece : output.pieces) {
            for (Relocation relocation : piece.section.relocations()) {
                result.add(moved(relocation, piece));
            }
        }
        return result;
    }

    private Relocation moved(Relocation relocation, Piece piece) {
        Input input = piece.input;
        long offset = relocation.offset() + piece.offset;
        if (relocation.symbol() == Relocation.NO_SYMBOL) {
            return new Relocation(offset, relocation.type(), Relocation.NO_SYMBOL, relocation.addend());
        }
        int symbol = input.symbolAt[relocation.symbol()];
        if (symbol == DROPPED) {
            refusal.error(
                    "LB8005",
                    "section '" + piece.section.name() + "' of " + input.name + " refers to '"
                            + describe(input, relocation.symbol()) + "', which the kernel's linker script discards",
                    "this kernel cannot hold that construct in a module");
            return new Relocation(offset, relocation.type(), Relocation.NO_SYMBOL, 0);
        }
        return new Relocation(
                offset, relocation.type(), symbol, relocation.addend() + input.addendMoved[relocation.symbol()]);
    }

    private static String describe(Input input, int index) {
        Symbol symbol = input.object.symbols().get(index);
        boolean unnamed = symbol.name().isEmpty() && symbol.isInSection();
        return unnamed ? input.object.sections().get(symbol.section()).name() : symbol.name();
    }

    /** Drops what nothing refers to: undefined symbols (they would become imports), empty sections. */
    private static RelocatableObject withoutUnused(RelocatableObject object) {
        boolean[] used = new boolean[object.symbols().size()];
        for (Section section : object.sections()) {
            section.relocations().stream().filter(r -> r.symbol() >= 0).forEach(r -> used[r.symbol()] = true);
        }
        Set<Integer> keptSymbols = new HashSet<>();
        boolean[] holds = new boolean[object.sections().size()];
        for (int i = 0; i < used.length; i++) {
            Symbol symbol = object.symbols().get(i);
            boolean keep = used[i] || (symbol.isDefined() && symbol.type() != Symbol.SECTION);
            if (keep) {
                keptSymbols.add(i);
            }
            if (keep && symbol.isInSection()) {
                holds[symbol.section()] = true;
            }
        }
        Set<Integer> keptSections = new HashSet<>();
        for (int i = 0; i < holds.length; i++) {
            if (holds[i] || object.sections().get(i).size() > 0) {
                keptSections.add(i);
            }
        }
        return object.parts(keptSections, keptSymbols);
    }
}
