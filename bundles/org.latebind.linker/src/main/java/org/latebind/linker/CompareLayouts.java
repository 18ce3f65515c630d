package org.latebind.linker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.btf.api.Btf;
import org.latebind.btf.api.LayoutReport;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.HeaderReport;
import org.latebind.linker.HeaderTypes.Name;
import org.latebind.typed.api.Layouts;

/** Compares the types of units of headers with those that BTF has, each definition once. */
final class CompareLayouts {
    /** A definition that no BTF type of its name and kind equals. */
    private record Different(Name name, ShapeOfType shape) {}

    private final Btf btf;
    private final BtfShapes theirs;
    private final SortedMap<String, SortedSet<String>> equal = new TreeMap<>();
    private final List<Different> different = new ArrayList<>();
    private final SortedSet<String> unusable = new TreeSet<>();
    private final Set<Map.Entry<Name, Position>> met = new HashSet<>();
    private long definitions;
    private long members;

    CompareLayouts(Btf btf, int pointerBytes) {
        this.btf = btf;
        this.theirs = new BtfShapes(btf, pointerBytes);
    }

    /** Whether BTF has the name, and one of these definitions was not compared yet. */
    boolean isNew(Name name, List<Position> definitions) {
        if (theirs.named(name).isEmpty()) {
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
                compare(name, ours.of(type, !name.kind().equals("typedef")));
            } catch (IllegalArgumentException | DiagnosticException incomplete) {
                unusable.add(name + ": " + incomplete.getMessage());
            }
        });
    }

    private void compare(Name name, ShapeOfType shape) {
        if (shape.bytes().isEmpty() && name.kind().equals("typedef")) {
            // The headers only declare what it stands for: there is nothing to disagree about.
            return;
        }
        var candidates = theirs.named(name);
        if (candidates.stream().anyMatch(candidate -> shape.difference(candidate).isEmpty())) {
            equal.computeIfAbsent(name.kind(), kind -> new TreeSet<>()).add(name.name());
            definitions++;
            members += shape.parts();
        } else {
            different.add(new Different(name, shape));
        }
    }

    /** The headers define it twice, for different configurations, and the other is this kernel's. */
    private boolean isAlternative(Name name) {
        return equal.getOrDefault(name.kind(), Collections.emptySortedSet()).contains(name.name());
    }

    private boolean isHomonym(Different type) {
        return type.shape().parts() > 0 && theirs.named(type.name()).stream().noneMatch(type.shape()::sharesNames);
    }

    LayoutReport report(HeaderReport headers) {
        var compared = new TreeMap<String, Integer>();
        equal.forEach((kind, names) -> compared.put(kind, names.size()));
        var notCompared = new TreeMap<String, Integer>();
        headers.verdicts().forEach((path, verdict) -> {
            if (verdict.kind() != HeaderReport.Kind.INGESTED) {
                notCompared.merge("headers that are " + verdict.kind().text(), 1, Integer::sum);
            }
        });
        var mismatches = new ArrayList<String>();
        var homonyms = new TreeSet<String>();
        var alternatives = new TreeSet<String>();
        for (var type : different) {
            if (isAlternative(type.name())) {
                alternatives.add(type.name().toString());
            } else if (isHomonym(type)) {
                homonyms.add(type.name().toString());
            } else {
                mismatches.add(type.name() + ": "
                        + type.shape().difference(theirs.named(type.name()).get(0)).orElseThrow());
            }
        }
        return new LayoutReport(headers.release(), compared, known(), definitions, members, mismatches,
                List.copyOf(homonyms), List.copyOf(alternatives), List.copyOf(unusable), notCompared);
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
