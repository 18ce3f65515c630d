package org.latebind.kmod;

import java.util.ArrayList;
import java.util.List;

/** {@code dmi*:bvnVendor*:pnProduct*:}, for tables of {@code struct dmi_system_id}. */
final class DmiAliases {
    /** Alias parts by {@code enum dmi_field} from 1 on; empty where firmware's alias has no such part. */
    private static final List<String> PREFIXES =
            List.of(
                    "bvn", "bvr", "bd", "br", "efr", "svn", "pn", "pvr", "", "", "", "", "rvn", "rn", "rvr", "", "", "cvn",
                    "ct", "cvr");

    private DmiAliases() {}

    static List<String> of(DeviceEntry e) {
        long step = e.macro("sizeof(struct dmi_strmatch)");
        StringBuilder alias = new StringBuilder("dmi*");
        for (int slot = 1; slot <= PREFIXES.size(); slot++) {
            String prefix = PREFIXES.get(slot - 1);
            for (long at = 0; at + step <= e.width("matches") && !prefix.isEmpty(); at += step) {
                // slot:7 and exact_match:1 share the first byte; the text follows.
                if ((e.number("matches", at, 1) & 0x7f) == slot) {
                    alias.append(':').append(prefix).append('*');
                    alias.append(filtered(e.text(e.offset("matches") + at + 1, step - 1))).append('*');
                }
            }
        }
        return new ArrayList<>(List.of(alias.append(':').toString()));
    }

    private static String filtered(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c > ' ' && c < 127 && c != ':') {
                result.append(c);
            }
        }
        return result.toString();
    }
}
