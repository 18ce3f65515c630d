package org.latebind.kmod;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code dmi*:bvnVendor*:pnProduct*:}, for tables of {@code struct dmi_system_id}. */
final class DmiAliases {
    private static final String STEP = "sizeof(struct dmi_strmatch)";
    private static final Map<String, String> PREFIXES = prefixes();

    static final DeviceKind KIND =
            DeviceKind.of("dmi", "dmi_system_id", "matches", STEP + ", " + String.join(", ", PREFIXES.keySet()), DmiAliases::of);

    private DmiAliases() {}

    /** {@code dmi_fields} of file2alias.c, in its order. */
    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("DMI_BIOS_VENDOR", "bvn");
        prefixes.put("DMI_BIOS_VERSION", "bvr");
        prefixes.put("DMI_BIOS_DATE", "bd");
        prefixes.put("DMI_BIOS_RELEASE", "br");
        prefixes.put("DMI_EC_FIRMWARE_RELEASE", "efr");
        prefixes.put("DMI_SYS_VENDOR", "svn");
        prefixes.put("DMI_PRODUCT_NAME", "pn");
        prefixes.put("DMI_PRODUCT_VERSION", "pvr");
        prefixes.put("DMI_BOARD_VENDOR", "rvn");
        prefixes.put("DMI_BOARD_NAME", "rn");
        prefixes.put("DMI_BOARD_VERSION", "rvr");
        prefixes.put("DMI_CHASSIS_VENDOR", "cvn");
        prefixes.put("DMI_CHASSIS_TYPE", "ct");
        prefixes.put("DMI_CHASSIS_VERSION", "cvr");
        return prefixes;
    }

    private static void of(DeviceEntry e, DeviceAliases out) {
        long step = e.constant(STEP);
        var alias = new StringBuilder();
        PREFIXES.forEach((slot, prefix) -> {
            for (long at = 0; at + step <= e.width("matches"); at += step) {
                if (slot(e, at) == e.constant(slot)) {
                    alias.append(':').append(prefix).append('*').append(filtered(e.textAt("matches", at + 1))).append('*');
                }
            }
        });
        if (!out.modpost().keepsDuplicates() && alias.length() >= InputAliases.BUFFER) {
            out.refuse("the alias of a DMI table's entry is longer than " + InputAliases.BUFFER + " characters");
            return;
        }
        out.add("dmi*" + alias + ":");
    }

    /** {@code slot:7} shares its byte with {@code exact_match:1}; the text follows. */
    private static int slot(DeviceEntry e, long at) {
        int both = (int) e.number("matches", at, 1);
        return e.order() == ByteOrder.BIG_ENDIAN ? both >> 1 : both & 0x7f;
    }

    private static String filtered(String text) {
        var result = new StringBuilder();
        text.chars().filter(c -> c > ' ' && c < 127 && c != ':').forEach(c -> result.append((char) c));
        return result.toString();
    }
}
