package org.latebind.headers.store;

/** Names of the sections of a {@code .khd}; the package documentation has their content. */
final class Sections {
    static final String IDENTITY = "identity";
    static final String BUILD = "build";
    static final String MAKEFILES = "makefiles";
    static final String CONFIG = "config";
    static final String SYMBOLS = "symbols";
    static final String HEADERS = "headers";
    static final String LAYOUTS = "layouts";
    static final String EVENTS = "events";
    /** What names of sections with shared spellings begin with. */
    static final String TEXTS = "texts/";

    private Sections() {}

    static String texts(int chunk) {
        return TEXTS + chunk;
    }

    static String events(int block) {
        return EVENTS + "/" + block;
    }

    static String block(int number) {
        return "tokens/" + number;
    }
}
