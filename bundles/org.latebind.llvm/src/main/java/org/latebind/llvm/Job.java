package org.latebind.llvm;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the engine is to do, in a form that crosses to a worker.
 *
 * @param module IR text or bitcode
 * @param triple what the module must be for; empty where a module of any target is read and written only
 * @param output name of a {@code CodegenRequest.Output}
 */
record Job(
        byte[] module,
        String triple,
        String dataLayout,
        String cpu,
        String features,
        String relocationModel,
        String codeModel,
        String passes,
        String output) {
    /** Bounds what a worker reads: no module is near it. */
    private static final int MAX_BYTES = 1 << 30;

    void write(DataOutputStream out) throws IOException {
        writeBytes(out, module);
        for (var text : new String[] {
            triple, dataLayout, cpu, features, relocationModel, codeModel, passes, output
        }) {
            out.writeUTF(text);
        }
        out.flush();
    }

    static Job read(DataInputStream in) throws IOException {
        return new Job(
                readBytes(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF());
    }

    static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("implausible length " + length);
        }
        var bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("message ends early");
        }
        return bytes;
    }
}
