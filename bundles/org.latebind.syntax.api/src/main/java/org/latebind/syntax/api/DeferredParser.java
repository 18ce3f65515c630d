package org.latebind.syntax.api;

import java.util.List;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.token.api.LexedFile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Parses a module's own files as they stand, macros unexpanded and conditionals undecided.
 *
 * <p>Any name that the module does not declare may be a macro, a type or a value on some kernel.
 * Where the text leaves open which, the parser chooses and records an {@link
 * DeferredItem.Assumption}. It reports a syntax error only where no kernel could make the text
 * right; where one could, the item keeps its tokens and no tree.
 */
@ProviderType
public interface DeferredParser {
    /** What the files of one module declare and define, for {@link #parse}. */
    ModuleNames survey(List<LexedFile> files);

    /** The items of one file, in order. */
    List<DeferredItem> parse(LexedFile file, ModuleNames names, DiagnosticSink sink);
}
