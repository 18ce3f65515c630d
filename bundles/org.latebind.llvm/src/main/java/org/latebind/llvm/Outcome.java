package org.latebind.llvm;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a job, in a form that crosses from a worker.
 *
 * @param output empty when a message is an error
 */
record Outcome(byte[] output, List<Message> messages, List<Step> steps) {
    /**
     * @param function empty when not known
     * @param location cookie of the {@code !srcloc}, negative when there is none
     */
    record Message(boolean error, String code, String text, String function, int location) {}

    record Step(String name, long nanoseconds) {}

    static Outcome failure(String code, String text) {
        return new Outcome(new byte[0], List.of(new Message(true, code, text, "", -1)), List.of());
    }

    boolean failed() {
        return messages.stream().anyMatch(Message::error);
    }

    void write(DataOutputStream out) throws IOException {
        Job.writeBytes(out, output);
        out.writeInt(messages.size());
        for (var message : messages) {
            out.writeBoolean(message.error);
            out.writeUTF(message.code);
            Job.writeBytes(out, message.text.getBytes(StandardCharsets.UTF_8));
            Job.writeBytes(out, message.function.getBytes(StandardCharsets.UTF_8));
            out.writeInt(message.location);
        }
        out.writeInt(steps.size());
        for (var step : steps) {
            out.writeUTF(step.name);
            out.writeLong(step.nanoseconds);
        }
        out.flush();
    }

    static Outcome read(DataInputStream in) throws IOException {
        var output = Job.readBytes(in);
        var messages = new ArrayList<Message>();
        for (int left = in.readInt(); left > 0; left--) {
            messages.add(new Message(
                    in.readBoolean(),
                    in.readUTF(),
                    new String(Job.readBytes(in), StandardCharsets.UTF_8),
                    new String(Job.readBytes(in), StandardCharsets.UTF_8),
                    in.readInt()));
        }
        var steps = new ArrayList<Step>();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(new Step(in.readUTF(), in.readLong()));
        }
        return new Outcome(output, messages, steps);
    }
}
