package org.latebind.bind.unit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.syntax.api.RunOutline;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.FragmentSource;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderLog;
import org.latebind.token.api.LexedFile;

/**
 * The event logs of a kernel's headers, and what declarations are in their fragments; none where they were recorded on
 * another basis.
 */
final class KernelFragments implements FragmentSource {
    private final HeaderData headers;
    private final boolean usable;
    private final Map<HeaderFragment, RunOutline> outlines =
            Collections.synchronizedMap(new IdentityHashMap<>());

    KernelFragments(HeaderData headers, BoundTarget target) {
        this.headers = headers;
        this.usable = headers.eventBasis().equals(RecordingBasis.of(target));
    }

    /** Whether the logs may be followed. */
    boolean isUsable() {
        return usable;
    }

    @Override
    public Optional<HeaderLog> log(SourceFile header) {
        var events = usable ? headers.events(header.path()) : Optional.<HeaderEvents>empty();
        events.ifPresent(known -> {
            var fragments = known.log().fragments();
            for (int i = 0; i < fragments.size(); i++) {
                var fragment = fragments.get(i);
                known.outlines().get(i).ifPresent(outline -> outlines.put(fragment, outline));
            }
        });
        return events.map(known -> known.log());
    }

    @Override
    public Optional<LexedFile> header(SourceFile header) {
        return headers.header(header.path());
    }

    /** The declarations of a fragment that came from here, where it holds whole ones. */
    Optional<RunOutline> outline(HeaderFragment fragment) {
        return Optional.ofNullable(outlines.get(fragment));
    }
}
