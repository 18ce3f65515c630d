package org.latebind.integration.linger;

/** What a run needs of its bundle only when the bundle is being replaced. */
final class Afterwards {
    int one() {
        return 1;
    }
}
