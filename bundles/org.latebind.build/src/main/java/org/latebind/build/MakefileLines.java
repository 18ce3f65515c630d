package org.latebind.build;

import java.util.Optional;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.diagnostics.api.SourceLines;
import org.latebind.ir.api.BuildDescription;

/** Lines of a package's makefiles. */
record MakefileLines(BuildDescription build) implements SourceLines {
    @Override
    public Optional<String> line(SourceFile file, int line) {
        return switch (build) {
            case BuildDescription.Listed listed -> Optional.empty();
            case BuildDescription.Package source -> source.files().stream()
                    .filter(each -> file.origin() == Origin.MODULE && each.path().equals(file.path()))
                    .findFirst().flatMap(BuildDescription.File::text)
                    .flatMap(text -> text.lines().skip(line - 1L).findFirst());
        };
    }
}
