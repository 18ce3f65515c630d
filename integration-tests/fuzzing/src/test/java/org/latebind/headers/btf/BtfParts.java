package org.latebind.headers.btf;

import org.latebind.target.api.TargetDescription;

/** Wires what the framework wires. */
public final class BtfParts {
    private BtfParts() {}

    public static BtfReaderOfKernels reader(TargetDescription only) {
        var reader = new BtfReaderOfKernels();
        reader.addTarget(only);
        return reader;
    }
}
