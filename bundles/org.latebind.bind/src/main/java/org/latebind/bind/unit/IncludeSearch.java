package org.latebind.bind.unit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Origin;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.SearchedFolder.Option;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;

/**
 * Resolves includes over one ordered list, as gcc has it: {@code -iquote} for quoted includes, the kernel's folders
 * and the module's {@code -I}, {@code -isystem}, {@code -idirafter}; each once. Quoted includes look beside the includer
 * first (C11 6.10.2p3).
 */
public final class IncludeSearch implements IncludeResolver {
    /** A folder of the search list. */
    private record Slot(Origin origin, String folder) {}

    private final DeferredModule module;
    private final HeaderData headers;
    private final List<Slot> slots;
    /** How many of them are for quoted includes only. */
    private final int quoted;

    public IncludeSearch(DeferredModule module, UnitPlan unit, HeaderData headers) {
        this.module = module;
        this.headers = headers;
        var before = folders(unit.folders(Option.QUOTED));
        var system = folders(unit.folders(Option.SYSTEM));
        var listed = new LinkedHashSet<Slot>();
        headers.includePath().directories().forEach(folder -> listed.add(new Slot(Origin.KERNEL, folder)));
        unit.includeFolders().forEach(folder -> listed.add(new Slot(Origin.MODULE, folder)));
        // "If a directory specified with -isystem is also specified with -I, the -I option is ignored."
        listed.removeAll(system);
        listed.addAll(system);
        listed.addAll(folders(unit.folders(Option.LAST)));
        slots = Stream.concat(before.stream(), listed.stream()).toList();
        quoted = before.size();
    }

    private static List<Slot> folders(List<String> paths) {
        return paths.stream().map(folder -> new Slot(Origin.MODULE, folder)).distinct().toList();
    }

    @Override
    public Optional<Found> resolve(Request request) {
        if (!request.next() && !request.angled()) {
            var beside = read(request.includer().origin(), folderOf(request.includer().path()), request.spelling());
            if (beside.isPresent()) {
                return beside.map(file -> new Found(file, Found.NO_SLOT));
            }
        }
        for (int i = first(request); i < slots.size(); i++) {
            var found = read(slots.get(i).origin(), slots.get(i).folder(), request.spelling());
            if (found.isPresent()) {
                return Optional.of(new Found(found.get(), i));
            }
        }
        // Of a kernel's headers BTF alone tells no names, and all types: whatever is included, it may have been these.
        return headers.isFromBtfAlone()
                ? headers.header(HeaderData.BTF_HEADER).map(file -> new Found(file, Found.NO_SLOT)) : Optional.empty();
    }

    private int first(Request request) {
        int first = request.next() ? request.includerSlot() + 1 : 0;
        return request.angled() ? Math.max(first, quoted) : first;
    }

    private Optional<LexedFile> read(Origin origin, String folder, String spelling) {
        return RelativePath.resolve(folder, spelling).flatMap(path -> switch (origin) {
            case MODULE -> module.file(path).map(DeferredFile::tokens);
            case KERNEL -> headers.header(path);
            case BUILT_IN -> Optional.empty();
        });
    }

    /** The folder of a place in the search list. */
    String folder(int slot) {
        return slots.get(slot).folder();
    }

    private static String folderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, slash);
    }
}
