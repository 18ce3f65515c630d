package org.latebind.kmod;

import java.util.ArrayList;
import java.util.List;

/** {@code input:b0003v*p*e*-e*1,*k*14A,*r*a*m*l*s*f*w*}: which keys, axes and lights a device has, as numbers. */
final class InputAliases {
    /** The size of file2alias.c's buffer since 6.13. */
    static final int BUFFER = 256;

    private static final String MATCH = "INPUT_DEVICE_ID_MATCH_";
    private static final String KEY_MIN = "INPUT_DEVICE_ID_KEY_MIN_INTERESTING";

    /** @param flag MSCIT is the kernel's own spelling */
    private record Bits(String letter, String field, String flag, String name) {
        String last() {
            return "INPUT_DEVICE_ID_" + name + "_MAX";
        }
    }

    private static final List<Bits> BITS = List.of(
            new Bits("e", "evbit", "EVBIT", "EV"),
            new Bits("k", "keybit", "KEYBIT", "KEY"),
            new Bits("r", "relbit", "RELBIT", "REL"),
            new Bits("a", "absbit", "ABSBIT", "ABS"),
            new Bits("m", "mscbit", "MSCIT", "MSC"),
            new Bits("l", "ledbit", "LEDBIT", "LED"),
            new Bits("s", "sndbit", "SNDBIT", "SND"),
            new Bits("f", "ffbit", "FFBIT", "FF"),
            new Bits("w", "swbit", "SWBIT", "SW"));

    static final DeviceKind KIND = DeviceKind.of("input", "input_device_id", fields(), constants(), InputAliases::of);

    private InputAliases() {}

    private static String fields() {
        var fields = new ArrayList<>(List.of("flags", "bustype", "vendor", "product", "version"));
        BITS.forEach(bits -> fields.add(bits.field));
        return String.join(" ", fields);
    }

    private static String constants() {
        var constants = new ArrayList<>(List.of(KEY_MIN, MATCH + "BUS", MATCH + "VENDOR", MATCH + "PRODUCT", MATCH + "VERSION"));
        BITS.forEach(bits -> constants.addAll(List.of(MATCH + bits.flag, bits.last())));
        return String.join(", ", constants);
    }

    private static void of(DeviceEntry e, DeviceAliases out) {
        var alias = new StringBuilder()
                .append(e.part("b", e.has("flags", MATCH + "BUS"), "bustype"))
                .append(e.part("v", e.has("flags", MATCH + "VENDOR"), "vendor"))
                .append(e.part("p", e.has("flags", MATCH + "PRODUCT"), "product"))
                .append(e.part("e", e.has("flags", MATCH + "VERSION"), "version"))
                .append('-');
        for (Bits bits : BITS) {
            alias.append(bits.letter).append('*');
            if (e.has("flags", MATCH + bits.flag)) {
                appendBits(alias, e, bits, bits.name.equals("KEY") ? e.constant(KEY_MIN) : 0);
            }
        }
        if (!out.modpost().keepsDuplicates() && alias.length() >= BUFFER) {
            out.refuse("the alias of an input device table's entry is longer than " + BUFFER + " characters");
            return;
        }
        out.add("input:" + alias);
    }

    private static void appendBits(StringBuilder alias, DeviceEntry e, Bits bits, long first) {
        for (long bit = first; bit <= e.constant(bits.last()) && bit / 8 < e.width(bits.field); bit++) {
            if ((e.number(bits.field, bit / 64 * 8, 8) >> bit % 64 & 1) != 0) {
                alias.append(String.format("%X,*", bit));
            }
        }
    }
}
