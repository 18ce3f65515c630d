package org.latebind.demo.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Puts together what runs in the machine: tools, guest scripts and the modules to try. */
public final class GuestImage {
    private GuestImage() {}

    /**
     * @param tools by path in the image, all made executable; {@code bin/busybox} among them
     * @param modules {@code .ko} by module name
     * @param scripts text by module name, in the order in which they run
     */
    public static byte[] of(Map<String, byte[]> tools, Map<String, byte[]> modules, Map<String, String> scripts, List<String> order) {
        Initramfs image = new Initramfs();
        tools.forEach((path, contents) -> image.add(path, contents, true));
        modules.forEach((name, contents) -> image.add("modules/" + name + ".ko", contents, false));
        scripts.forEach((name, text) -> image.add("guest/" + name + ".sh", text.getBytes(StandardCharsets.UTF_8), false));
        image.add("guest/modules", String.join("\n", order).getBytes(StandardCharsets.UTF_8), false);
        image.add("guest/run.sh", resource("run.sh"), false);
        image.add("init", resource("init"), true);
        return image.image();
    }

    /** The steps for a module that the demonstration knows. */
    public static String script(String module) {
        return new String(resource(module + ".sh"), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = GuestImage.class.getResourceAsStream("/guest/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no guest file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
