package org.latebind.bind.unit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Origin;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.UnitPlan;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;

/**
 * Resolves includes over one ordered list: the kernel's folders, then the module's, each once. Quoted includes
 * look beside the includer first, as C11 6.10.2p3 and gcc have it.
 */
public final class IncludeSearch implements IncludeResolver {
    /** A folder of the search list. */
    private record Slot(Origin origin, String folder) {}

    private final DeferredModule module;
    private final HeaderData headers;
    private final List<Slot> slots;

    public IncludeSearch(DeferredModule module, UnitPlan unit, HeaderData headers) {
        this.module = module;
        this.headers = headers;
        var listed = new LinkedHashSet<Slot>();
        headers.includePath().directories().forEach(folder -> listed.add(new Slot(Origin.KERNEL, folder)));
        unit.includeFolders().forEach(folder -> listed.add(new Slot(Origin.MODULE, folder)));
        slots = List.copyOf(listed);
    }

    @Override
    public Optional<Found> resolve(Request request) {
        if (!request.next() && !request.angled()) {
            var beside = read(request.includer().origin(), folderOf(request.includer().path()), request.spelling());
            if (beside.isPresent()) {
                return beside.map(file -> new Found(file, Found.NO_SLOT));
            }
        }
        for (int i = request.next() ? request.includerSlot() + 1 : 0; i < slots.size(); i++) {
            var found = read(slots.get(i).origin(), slots.get(i).folder(), request.spelling());
            if (found.isPresent()) {
                return Optional.of(new Found(found.get(), i));
            }
        }
        // Of a kernel's headers BTF alone tells no names, and all types: whatever is included, it may have been these.
        return headers.isFromBtfAlone()
                ? headers.header(HeaderData.BTF_HEADER).map(file -> new Found(file, Found.NO_SLOT)) : Optional.empty();
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
