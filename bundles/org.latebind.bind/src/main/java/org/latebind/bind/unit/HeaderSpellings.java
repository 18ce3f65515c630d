package org.latebind.bind.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.latebind.headers.api.HeaderData;

/** What include directives call a kernel's headers, in the order in which a unit of all of them has them. */
public final class HeaderSpellings {
    /** Declares or includes what most others take for granted; every module begins with it or its like. */
    public static final String FIRST = "linux/module.h";
    private static final String LINUX = "linux/";

    /** A header and the shortest name by which an include finds it. */
    public record Spelling(String path, String name) {
        /** {@link #FIRST}, then the headers right in {@code linux}, which most others stand on, then the others. */
        private int rank() {
            if (name.equals(FIRST)) {
                return 0;
            }
            return name.startsWith(LINUX) && name.indexOf('/', LINUX.length()) < 0 ? 1 : 2;
        }
    }

    private HeaderSpellings() {}

    public static List<Spelling> of(HeaderData headers) {
        var all = new ArrayList<Spelling>();
        for (var path : headers.headerPaths()) {
            shortest(path, headers).ifPresent(name -> all.add(new Spelling(path, name)));
        }
        all.sort(Comparator.comparingInt(Spelling::rank).thenComparing(Spelling::name));
        return List.copyOf(all);
    }

    /** Folders lie in each other: {@code include/uapi/linux/a.h} may be {@code linux/a.h} or {@code uapi/linux/a.h}. */
    private static Optional<String> shortest(String path, HeaderData headers) {
        var folders = headers.includePath().directories();
        return folders.stream()
                .filter(folder -> path.startsWith(folder + "/"))
                .map(folder -> path.substring(folder.length() + 1))
                .filter(name -> folders.stream().map(folder -> folder + "/" + name).filter(headers::hasHeader)
                        .findFirst().filter(path::equals).isPresent())
                .min(Comparator.comparingInt(String::length));
    }
}
