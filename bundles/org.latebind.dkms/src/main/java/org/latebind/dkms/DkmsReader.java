package org.latebind.dkms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.shell.Decider;
import org.latebind.shell.ShellHost;
import org.latebind.shell.Unknowns;

/** Reads a {@code dkms.conf}. */
public final class DkmsReader {
    /** Combinations of undecided tests that are followed. */
    public static final int MOST_COMBINATIONS = 64;
    /** Sets of patches that a package may have. */
    public static final int MOST_PATCH_SETS = 16;

    private final Position start;
    private final String text;
    private final ShellHost host;
    private final Unknowns unknowns;
    private final DkmsKernel kernel;

    /**
     * @param host of the kernel's files; its folder is where dkms is called, which is not the package's
     * @param unknowns those that the host and the kernel's texts are made of
     */
    public DkmsReader(SourceFile file, String text, ShellHost host, Unknowns unknowns, DkmsKernel kernel) {
        this.start = new Position(file, 1, 1);
        this.text = text;
        this.host = host;
        this.unknowns = unknowns;
        this.kernel = kernel;
    }

    /**
     * What the file says for this kernel.
     *
     * @throws DiagnosticException where dkms would stop, or something is not covered or not decided
     */
    public DkmsPackage read() {
        return read(Decider.NONE);
    }

    private DkmsPackage read(Decider decider) {
        var names = new Conf(start, text, host, unknowns, kernel, decider, Optional.empty()).names();
        return new Conf(start, text, host, unknowns, kernel, decider, Optional.of(names)).read();
    }

    /**
     * What the file may say for any kernel.
     *
     * @throws DiagnosticException where there is no result, or there are too many sets of patches
     */
    public DkmsPossibilities possibilities() {
        var search = new Search();
        search.all();
        var found = new DkmsPossibilities(List.copyOf(search.packages.keySet()), search.complete, search.refusals());
        if (found.packages().isEmpty()) {
            throw DiagnosticException.refused(found.refusals().getFirst());
        }
        if (found.patchSets().size() > MOST_PATCH_SETS) {
            throw DiagnosticException.refused(Diagnostic.error("LB1252", start,
                    "dkms.conf has more than " + MOST_PATCH_SETS + " sets of patches"));
        }
        return found;
    }

    /** Runs the file again and again, with other answers to the undecided tests. */
    private final class Search {
        private final LinkedHashMap<DkmsPackage, Boolean> packages = new LinkedHashMap<>();
        private final LinkedHashMap<String, Diagnostic> refusals = new LinkedHashMap<>();
        private boolean complete = true;

        List<Diagnostic> refusals() {
            return List.copyOf(refusals.values());
        }

        void all() {
            List<Boolean> answers = List.of();
            for (int i = 0; i < MOST_COMBINATIONS; i++) {
                var next = new ArrayList<>(run(answers, true));
                while (!next.isEmpty() && !next.getLast()) {
                    next.removeLast();
                }
                if (next.isEmpty()) {
                    return;
                }
                next.set(next.size() - 1, false);
                answers = next;
            }
            complete = false;
            bothWays(true);
            bothWays(false);
        }

        /** Each test once against all others. */
        private void bothWays(boolean usual) {
            int tests = run(List.of(), usual).size();
            for (int i = 0; i < tests; i++) {
                var answers = new ArrayList<Boolean>(java.util.Collections.nCopies(i, usual));
                answers.add(!usual);
                run(answers, usual);
            }
        }

        /** The answers that were given: these first, then {@code usual}. */
        private List<Boolean> run(List<Boolean> answers, boolean usual) {
            var asked = new LinkedHashMap<String, Boolean>();
            Decider decider = (question, reason) -> Optional.of(asked.computeIfAbsent(question,
                    any -> asked.size() < answers.size() ? answers.get(asked.size()) : usual));
            try {
                packages.put(read(decider), true);
            } catch (DiagnosticException refused) {
                refusals.putIfAbsent(refused.getMessage(), refused.diagnostic());
            }
            return List.copyOf(asked.values());
        }
    }
}
