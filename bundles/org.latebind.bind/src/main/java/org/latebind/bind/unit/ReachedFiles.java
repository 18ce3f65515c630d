package org.latebind.bind.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Origin;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.UnitPlan;
import org.latebind.kmod.api.ObjectSources;
import org.latebind.kmod.api.ObjectSources.OwnFile;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;

/**
 * Resolves a unit's includes and notes the module's own headers that are reached, by the names and in the order of gcc's
 * {@code -MD}: where an include was looked for makes the name, and each lookup is listed once, though two of them may
 * give one name.
 *
 * <pre>
 *   core/main.c: #include "../core.h"   -->  core/../core.h
 *   -I$(src):    #include &lt;core.h&gt;      -->  core.h
 * </pre>
 */
public final class ReachedFiles implements IncludeResolver {
    /** The file that forces headers, at the top of a tree ({@link ForcedHeaders}). */
    private static final String COMMAND_LINE = "(command line)";

    private final DeferredModule module;
    private final IncludeSearch search;
    private final List<OwnFile> headers = new ArrayList<>();
    private final Set<String> lookups = new HashSet<>();
    private final Set<String> readOnce = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    public ReachedFiles(DeferredModule module, IncludeSearch search) {
        this.module = module;
        this.search = search;
    }

    @Override
    public Optional<Found> resolve(Request request) {
        var found = search.resolve(request);
        found.filter(f -> f.file().file().origin() == Origin.MODULE).ifPresent(file -> note(request, file));
        return found;
    }

    @Override
    public boolean exists(Request request) {
        return search.exists(request);
    }

    private void note(Request request, Found found) {
        boolean beside = found.slot() == Found.NO_SLOT;
        var folder = beside ? besideFolder(request) : search.folder(found.slot());
        var path = found.file().file().path();
        if (!lookups.add((beside ? folder : "<>") + "\0" + request.spelling())
                || isReadOnce(found.file()) && !readOnce.add(path)) {
            return;
        }
        var name = folder.isEmpty() || folder.equals(".") ? request.spelling() : folder + "/" + request.spelling();
        if (request.includer().path().equals(COMMAND_LINE)) {
            name = name.replaceFirst("^(\\./+)+", "");
        }
        names.put(path, name);
        headers.add(new OwnFile(name, module.file(path).flatMap(DeferredFile::text)));
    }

    private String besideFolder(Request request) {
        var includer = names.getOrDefault(request.includer().path(), request.includer().path());
        return includer.substring(0, Math.max(0, includer.lastIndexOf('/')));
    }

    private static boolean isReadOnce(LexedFile file) {
        var tokens = file.tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).text().equals("#") && tokens.get(i + 1).isIdentifier("pragma")
                    && tokens.get(i + 2).isIdentifier("once")) {
                return true;
            }
        }
        return false;
    }

    /** What the unit's object was compiled of, once the unit is bound. */
    public ObjectSources sources(UnitPlan unit) {
        var source = new OwnFile(unit.source(), module.file(unit.source()).flatMap(DeferredFile::text));
        return new ObjectSources(unit.object(), source, headers);
    }
}
