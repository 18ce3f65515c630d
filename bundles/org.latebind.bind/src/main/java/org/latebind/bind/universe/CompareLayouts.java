package org.latebind.bind.universe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.latebind.bind.universe.HeaderTypes.Name;
import org.latebind.btf.Btf;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.HeaderReport;
import org.latebind.typed.api.Layouts;

/**
 * Compares the types of units of headers with those that BTF has, each definition once.
 *
 * <p>A definition that no BTF type of its name and kind equals is a mismatch, with three exceptions:
 * <ul>
 * <li>BTF only declares the name. Then the kernel has no object of it, and nothing to compare. gcc also has it so
 *     for a {@code typedef union {...} name} that the attribute {@code transparent_union} makes another type.
 * <li>It is an alternative: no other header of this kernel leads to the one that defines it, and another one defines
 *     the name as BTF has it. Both cannot meet in a unit (C11 6.7p3), so it is what another architecture or
 *     configuration has in that one's place. Nor need any header lead to that one: {@code slab_def.h} and
 *     {@code slub_def.h} of 6.1 are included by the kernel's own sources alone.
 * <li>It is a different type of the same name: it has less than half of the members' or enumerators' names of each BTF type of its name and
 *     kind, and each of those less than half of its own. Those are private types of some files of the kernel.
 * </ul>
 */
final class CompareLayouts {
    /** A definition that no BTF type of its name and kind equals, and the headers it is in. */
    private record Different(Name name, ShapeOfType shape, SortedSet<String> headers) {}

    private final Btf btf;
    private final BtfShapes theirs;
    private final SortedMap<String, SortedSet<String>> includers;
    /** The headers that define a name as BTF has it. */
    private final SortedMap<Name, SortedSet<String>> equal = new TreeMap<>();
    private final List<Different> different = new ArrayList<>();
    private final SortedSet<String> unusable = new TreeSet<>();
    private final Set<Map.Entry<Name, Position>> met = new HashSet<>();
    private long definitions;
    private long members;

    /** @param includers of each header that another one includes: which, by path */
    CompareLayouts(Btf btf, SortedMap<String, SortedSet<String>> includers, int pointerBytes) {
        this.btf = btf;
        this.includers = includers;
        this.theirs = new BtfShapes(btf, pointerBytes);
    }

    /** Whether BTF has the name, and one of these definitions was not compared yet. */
    boolean isNew(Name name, List<Position> definitions) {
        if (!theirs.has(name)) {
            return false;
        }
        boolean fresh = false;
        for (var at : definitions) {
            fresh |= met.add(Map.entry(name, at));
        }
        return fresh;
    }

    void add(HeaderTypes found, Layouts layouts) {
        found.unusable().forEach((name, why) -> unusable.add(name + ": " + why));
        var ours = new TypeShapes(found.unit().types(), layouts);
        found.types().forEach((name, type) -> {
            try {
                compare(name, ours.of(type, !name.kind().equals("typedef")), headers(found.places(name)));
            } catch (IllegalArgumentException | DiagnosticException incomplete) {
                unusable.add(name + ": " + incomplete.getMessage());
            }
        });
    }

    private static SortedSet<String> headers(List<Position> places) {
        return places.stream().map(place -> place.file().path()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void compare(Name name, ShapeOfType shape, SortedSet<String> headers) {
        if (shape.bytes().isEmpty() && name.kind().equals("typedef")) {
            // The headers only declare what it stands for: there is nothing to disagree about.
            return;
        }
        var candidates = theirs.named(name);
        if (candidates.stream().anyMatch(candidate -> shape.difference(candidate).isEmpty())) {
            equal.computeIfAbsent(name, n -> new TreeSet<>()).addAll(headers);
            definitions++;
            members += shape.parts();
        } else {
            different.add(new Different(name, shape, headers));
        }
    }

    /** The headers define it twice, and nothing but the name of this one's header leads to this one. */
    private boolean isAlternative(Different type) {
        return equal.containsKey(type.name())
                && type.headers().stream().noneMatch(header -> includers.containsKey(header)
                        || equal.get(type.name()).contains(header));
    }

    private boolean isNamesake(Different type) {
        return type.shape().parts() > 0 && theirs.named(type.name()).stream().noneMatch(type.shape()::sharesNames);
    }

    LayoutReport report(HeaderReport headers) {
        var compared = new TreeMap<String, Integer>();
        equal.keySet().forEach(name -> compared.merge(name.kind(), 1, Integer::sum));
        var notCompared = new TreeMap<String, Integer>();
        headers.verdicts().forEach((path, verdict) -> {
            if (verdict.kind() != HeaderReport.Kind.INGESTED) {
                notCompared.merge("headers that are " + verdict.kind().text(), 1, Integer::sum);
            }
        });
        var mismatches = new ArrayList<String>();
        var declared = new TreeSet<String>();
        var namesakes = new TreeSet<String>();
        var alternatives = new TreeSet<String>();
        for (var type : different) {
            if (theirs.onlyDeclares(type.name())) {
                declared.add(type.name().toString());
            } else if (isAlternative(type)) {
                alternatives.add(type.name() + " of " + String.join(", ", type.headers()) + "; BTF has that of "
                        + String.join(", ", equal.get(type.name())));
            } else if (isNamesake(type)) {
                namesakes.add(type.name() + " of " + String.join(", ", type.headers()));
            } else {
                mismatches.add(type.name() + " of " + String.join(", ", type.headers()) + ": "
                        + type.shape().difference(theirs.named(type.name()).get(0)).orElseThrow());
            }
        }
        return new LayoutReport(headers.release(), compared, known(), definitions, members, mismatches,
                List.copyOf(namesakes), List.copyOf(alternatives), List.copyOf(declared), List.copyOf(unusable), notCompared);
    }

    /** How many names of each kind BTF has. */
    private SortedMap<String, Integer> known() {
        var names = new TreeMap<String, Set<String>>();
        btf.types().forEach(type -> BtfShapes.kind(type).ifPresent(kind -> BtfShapes.name(type)
                .ifPresent(name -> names.computeIfAbsent(kind, k -> new HashSet<>()).add(name))));
        var known = new TreeMap<String, Integer>();
        names.forEach((kind, all) -> known.put(kind, all.size()));
        return known;
    }
}
