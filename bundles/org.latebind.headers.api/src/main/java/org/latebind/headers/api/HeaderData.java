package org.latebind.headers.api;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.TargetSettings;
import org.latebind.token.api.LexedFile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An opened {@code .khd}: everything a link may ask about one kernel.
 *
 * <p>Opening reads an index only; each answer costs what it reads. Instances are safe for use by
 * several threads. A section that turns out to be damaged when it is read ends the reading operation
 * with a {@link org.latebind.diagnostics.api.DiagnosticException} that names it.
 */
@ProviderType
public interface HeaderData extends AutoCloseable {
    /** The only header of a kernel of which there is BTF alone: its types. */
    String BTF_HEADER = "include/btf/vmlinux.h";

    /** Whether this was made from BTF alone: there are types, and nothing else. */
    default boolean isFromBtfAlone() {
        return hasHeader(BTF_HEADER);
    }

    KernelIdentity identity();

    IncludePath includePath();

    /** Whether a header of this path is stored: an include that is tried. */
    boolean hasHeader(String path);

    /** The header's tokens, or empty where the kernel has no such header. */
    Optional<LexedFile> header(String path);

    /**
     * What including the header does, where that was recorded. It follows from the headers, and
     * decides nothing: with it or without it a link gives the same.
     */
    Optional<HeaderEvents> events(String path);

    /** What {@link #events} follow from besides the headers; who has another basis cannot use them. */
    String eventBasis();

    Optional<HeaderEntry> headerEntry(String path);

    /** Paths of all headers. */
    SortedSet<String> headerPaths();

    /** Paths of the headers whose tokens have an identifier, in order. */
    default List<String> headersWith(String identifier) {
        return headerPaths().stream()
                .filter(path -> header(path).orElseThrow().tokens().stream().anyMatch(token -> token.isIdentifier(identifier)))
                .toList();
    }

    /**
     * The answer to a config symbol as our compiler has it: {@code y}, {@code m}, a number, or a
     * string without its quotes; empty where it is not set.
     *
     * @param name with {@code CONFIG_}
     */
    Optional<String> config(String name);

    /** All symbols that are set, with the answers that {@link #config} gives. */
    SortedMap<String, String> configs();

    /** The config symbols that were answered for our compiler in place of the kernel's. */
    List<ConfigAnswer> configAnswers();

    Optional<ExportedSymbol> symbol(String name);

    /** Names of all exported symbols. */
    SortedSet<String> symbolNames();

    /** The module linker script's output sections, in its order. */
    List<SectionRule> moduleSections();

    /** What the kernel's config, Makefiles and generated headers make of the target. */
    TargetSettings settings();

    /**
     * The flags that kbuild gives the compiler for a module's C files, in order; include folders,
     * forced headers and names of the module left out. {@link #settings} has what they mean to code
     * generation; warnings ({@code -Werror=...}) stand only here.
     */
    List<String> compilerFlags();

    /** What evaluates a module's makefiles; {@link Kbuild#NONE} where it is not known. */
    Kbuild kbuild();

    /** What ingestion left out. */
    List<Skipped> skipped();

    @Override
    void close();
}
