package org.latebind.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;

/** The host with the files that the script has written, the bounds, and the place that refusals are put to. */
final class World {
    final ShellHost host;
    Dialect dialect;
    final Unknowns unknowns;
    final Decider decider;
    private final ShellLimits limits;
    /** Files written, by path; empty for one that is removed. */
    private final Map<String, Optional<String>> files = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>();
    /** Commands that are stated, and those that were. */
    final Set<String> recorded = new HashSet<>();
    final List<RecordedCall> calls = new ArrayList<>();
    /** The script's own standard output. */
    Sink output = Sink.text();
    private long steps;
    private int depth;
    private int made;
    Position at = Position.NONE;

    World(ShellHost host, Dialect dialect, ShellLimits limits, Unknowns unknowns, Decider decider) {
        this.host = host;
        this.dialect = dialect;
        this.limits = limits;
        this.unknowns = unknowns;
        this.decider = decider;
    }

    // Bounds

    void step(long count) {
        steps += count;
        if (steps > limits.steps()) {
            throw bound("takes more than " + limits.steps() + " steps");
        }
    }

    void length(long characters) {
        step(characters);
        if (characters > limits.text()) {
            throw bound("makes more than " + limits.text() + " characters");
        }
    }

    void enter() {
        step(10);
        if (++depth > limits.depth()) {
            depth = 0;
            throw bound("has more than " + limits.depth() + " commands in one another");
        }
    }

    void leave() {
        depth--;
    }

    private Stop bound(String what) {
        return new Stop.Refused(Diagnostic.error("LB1242", at, "the shell script " + what));
    }

    // Refusals

    Stop notCovered(String what) {
        return new Stop.Refused(Diagnostic.error("LB1241", at, "shell script: " + what + " is not covered"));
    }

    Stop refused(String what) {
        return new Stop.Refused(Diagnostic.error("LB1241", at, "shell script: " + what));
    }

    Stop undecided(String why) {
        return new Stop.Undecided(new Reason(why, at));
    }

    <T> T known(Answer<T> answer) {
        return switch (answer) {
            case Answer.Known<T>(var value) -> value;
            case Answer.Undecided<T>(var why) -> throw undecided(why);
            case Answer.Refused<T>(var why) -> throw refused(why);
        };
    }

    /** The text, of which every character is known. */
    String inspect(String text) {
        unknowns.what(text).ifPresent(what -> {
            throw undecided(what);
        });
        return text;
    }

    boolean takesSides() {
        return decider != Decider.NONE;
    }

    /** A text that is made of what is undecided, and is not that of any other command. */
    String unknown(Reason reason, boolean word) {
        return unknowns.made(reason.what(), word, "made " + made++);
    }

    String unknown(Reason reason, boolean word, String identity) {
        return unknowns.made(reason.what(), word, identity);
    }

    // Files

    /** An absolute path without {@code .} and {@code ..}. */
    static String resolve(String folder, String path) {
        var parts = new ArrayList<String>();
        // A host's own unknown text may be a whole path.
        boolean absolute = path.startsWith("/") || !path.isEmpty() && Unknowns.isUnknown(path.charAt(0));
        for (var part : (absolute ? path : folder + "/" + path).split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        var joined = String.join("/", parts);
        return !joined.isEmpty() && Unknowns.isUnknown(joined.charAt(0)) ? joined : "/" + joined;
    }

    FileKind kind(String path) {
        if (path.equals("/dev/null")) {
            throw notCovered("'/dev/null' as a file");
        }
        var written = files.get(path);
        if (written != null) {
            return written.isPresent() ? FileKind.FILE : FileKind.ABSENT;
        }
        return folders.contains(path) ? FileKind.FOLDER : known(host.kind(path));
    }

    String content(String path) {
        var written = files.get(path);
        var text = written != null ? written.orElseThrow() : known(host.content(path));
        length(text.length());
        return text;
    }

    List<String> list(String path) {
        var names = new TreeSet<String>();
        if (!folders.contains(path)) {
            names.addAll(known(host.list(path)));
        }
        var prefix = path.equals("/") ? "/" : path + "/";
        files.forEach((file, text) -> {
            if (file.startsWith(prefix) && file.indexOf('/', prefix.length()) < 0) {
                if (text.isPresent()) {
                    names.add(file.substring(prefix.length()));
                } else {
                    names.remove(file.substring(prefix.length()));
                }
            }
        });
        folders.stream().filter(folder -> folder.startsWith(prefix) && folder.indexOf('/', prefix.length()) < 0)
                .forEach(folder -> names.add(folder.substring(prefix.length())));
        step(names.size());
        return List.copyOf(names);
    }

    void write(String path, String text) {
        checkWritable(path);
        files.put(path, Optional.of(inspect(text)));
    }

    void remove(String path) {
        checkWritable(path);
        files.put(path, Optional.empty());
    }

    void makeFolder(String path) {
        checkWritable(path);
        folders.add(path);
    }

    private void checkWritable(String path) {
        if (!isTemporary(path) && !host.mayWrite(path)) {
            throw refused("writes '" + path + "'");
        }
    }

    /** What {@code mktemp} makes. */
    String temporary() {
        var path = "/tmp/latebind." + files.size();
        files.put(path, Optional.of(""));
        return path;
    }

    private static boolean isTemporary(String path) {
        return path.startsWith("/tmp/latebind.");
    }

    Map<String, String> written() {
        var written = new TreeMap<String, String>();
        files.forEach((path, text) -> {
            if (!isTemporary(path)) {
                text.ifPresent(content -> written.put(path, content));
                if (text.isEmpty() && known(host.kind(path)).exists()) {
                    throw refused("removes '" + path + "'");
                }
            }
        });
        return written;
    }
}
