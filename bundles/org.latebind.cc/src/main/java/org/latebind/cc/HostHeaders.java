package org.latebind.cc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.command.api.ProgramRequest;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;

/**
 * Where gcc looks on Debian: beside the includer, {@code -I}, {@code -isystem}, the compiler's own
 * headers, {@code /usr/local/include}, {@code /usr/include/TRIPLET}, {@code /usr/include}.
 */
final class HostHeaders implements IncludeResolver {
    /** A place of the search list; no folder: the compiler's own headers. */
    private record Slot(Optional<Path> folder, boolean system) {}

    private final List<Slot> slots = new ArrayList<>();
    private final SystemFiles files;
    private final DiagnosticSink sink;
    private final LexedFile main;
    private final Map<Path, Optional<LexedFile>> found = new HashMap<>();
    private final Set<SourceFile> systems = new HashSet<>();

    HostHeaders(ProgramRequest request, String triplet, SystemFiles files, DiagnosticSink sink) {
        this.files = files;
        this.sink = sink;
        request.includeFolders().forEach(f -> slots.add(new Slot(Optional.of(f), false)));
        request.systemFolders().forEach(f -> slots.add(new Slot(Optional.of(f), true)));
        slots.add(new Slot(Optional.empty(), true));
        for (var folder : List.of("/usr/local/include", "/usr/include/" + triplet, "/usr/include")) {
            slots.add(new Slot(Optional.of(Path.of(folder)), true));
        }
        main = files.programs(request.source(), sink).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9023", "there is no file " + request.source())));
    }

    LexedFile main() {
        return main;
    }

    boolean isSystem(SourceFile file) {
        return systems.contains(file);
    }

    @Override
    public Optional<Found> resolve(Request request) {
        var spelled = Path.of(request.spelling());
        if (spelled.isAbsolute()) {
            return load(spelled, isSystem(request.includer())).map(file -> new Found(file, Found.NO_SLOT));
        }
        if (!request.angled() && !request.next()) {
            var beside = beside(request);
            if (beside.isPresent()) {
                // What lies beside a system's header goes on from there.
                return beside.map(file -> new Found(file, request.includerSlot()));
            }
        }
        for (int i = request.next() ? request.includerSlot() + 1 : 0; i < slots.size(); i++) {
            int slot = i;
            var file = inSlot(slots.get(i), request.spelling());
            if (file.isPresent()) {
                return file.map(f -> new Found(f, slot));
            }
        }
        return Optional.empty();
    }

    private Optional<LexedFile> beside(Request request) {
        return request.includer().origin() == Origin.MODULE
                ? load(Path.of(request.includer().path()).resolveSibling(request.spelling()).normalize(),
                        isSystem(request.includer()))
                : Optional.empty();
    }

    private Optional<LexedFile> inSlot(Slot slot, String spelling) {
        if (slot.folder().isPresent()) {
            return load(slot.folder().get().resolve(spelling), slot.system());
        }
        var own = files.own(spelling, sink);
        own.ifPresent(f -> systems.add(f.file()));
        return own;
    }

    private Optional<LexedFile> load(Path path, boolean system) {
        var known = found.get(path);
        if (known != null) {
            return known;
        }
        var file = system ? files.system(path, sink) : files.programs(path, sink);
        if (system) {
            file.ifPresent(f -> systems.add(f.file()));
        }
        found.put(path, file);
        return file;
    }
}
