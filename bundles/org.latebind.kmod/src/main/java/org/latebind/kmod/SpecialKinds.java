package org.latebind.kmod;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The kinds that have a rule of their own, each a {@code do_..._entry} of file2alias.c. */
final class SpecialKinds {
    private static final String ANY_BYTE = "??";

    private SpecialKinds() {}

    static List<DeviceKind> all() {
        return List.of(
                DeviceKind.of(
                        "pci", "pci_device_id",
                        "vendor device subvendor subdevice class class_mask override_only?", "PCI_ANY_ID", SpecialKinds::pci),
                DeviceKind.of("acpi", "acpi_device_id", "id cls cls_msk", "", SpecialKinds::acpi),
                DeviceKind.of("of", "of_device_id", "name type compatible", "", SpecialKinds::openFirmware),
                DeviceKind.of("vio", "vio_device_id", "type compat", "", SpecialKinds::vio),
                DeviceKind.of("pnp", "pnp_device_id", "id", "", (e, out) -> pnp(e.text("id"), out)),
                DeviceKind.of(
                        "pnp_card", "pnp_card_device_id", "devs",
                        "PNP_MAX_DEVICES, sizeof(((struct pnp_card_device_id *)0)->devs[0])", SpecialKinds::pnpCard),
                DeviceKind.of(
                        "pcmcia", "pcmcia_device_id", "match_flags manf_id card_id func_id function device_no prod_id_hash",
                        "PCMCIA_DEV_ID_MATCH_MANF_ID, PCMCIA_DEV_ID_MATCH_CARD_ID, PCMCIA_DEV_ID_MATCH_FUNC_ID,"
                                + " PCMCIA_DEV_ID_MATCH_FUNCTION, PCMCIA_DEV_ID_MATCH_DEVICE_NO,"
                                + " PCMCIA_DEV_ID_MATCH_PROD_ID1, PCMCIA_DEV_ID_MATCH_PROD_ID2,"
                                + " PCMCIA_DEV_ID_MATCH_PROD_ID3, PCMCIA_DEV_ID_MATCH_PROD_ID4",
                        SpecialKinds::pcmcia),
                DeviceKind.of("vmbus", "hv_vmbus_device_id", "guid", "",
                        (e, out) -> out.add("vmbus:" + e.hexBytes("guid", "%02x", IntStream.range(0, (int) e.width("guid")).toArray()))),
                DeviceKind.of("mdio", "mdio_device_id", "phy_id phy_id_mask", "", SpecialKinds::mdio),
                DeviceKind.of("isapnp", "isapnp_device_id", "vendor function", "", SpecialKinds::isaPnp),
                DeviceKind.of("amba", "amba_id", "id mask", "", SpecialKinds::amba),
                DeviceKind.of(
                        "x86cpu", "x86_cpu_id", "feature family model vendor",
                        "X86_VENDOR_ANY, X86_FAMILY_ANY, X86_MODEL_ANY, X86_FEATURE_ANY", SpecialKinds::cpuModel),
                DeviceKind.of("mei", "mei_cl_device_id", "name uuid version", "MEI_CL_VERSION_ANY", SpecialKinds::mei),
                DeviceKind.of(
                        "tbsvc", "tb_service_id",
                        "match_flags protocol_key protocol_id protocol_version protocol_revision",
                        "TBSVC_MATCH_PROTOCOL_KEY, TBSVC_MATCH_PROTOCOL_ID, TBSVC_MATCH_PROTOCOL_VERSION,"
                                + " TBSVC_MATCH_PROTOCOL_REVISION",
                        SpecialKinds::thunderbolt),
                DeviceKind.of("typec", "typec_device_id", "svid mode?", "TYPEC_ANY_MODE", SpecialKinds::typec),
                DeviceKind.of("tee", "tee_client_device_id", "uuid", "",
                        (e, out) -> out.addOpen("tee:" + uuid(e))),
                DeviceKind.of("wmi", "wmi_device_id", "guid_string", "", SpecialKinds::wmi),
                DeviceKind.of("ishtp", "ishtp_device_id", "guid", "",
                                (e, out) -> out.add("ishtp:{" + guid(e, "guid", "%02X") + "}"))
                        .newWith("sizeof(struct ishtp_device_id)"),
                DeviceKind.of(
                                "cdx", "cdx_device_id", "vendor device subvendor? subdevice? class? class_mask? override_only",
                                "CDX_ANY_ID, CDX_ID_F_VFIO_DRIVER_OVERRIDE", SpecialKinds::cdx)
                        .newWith("sizeof(struct cdx_device_id)"));
    }

    private static void pci(DeviceEntry e, DeviceAliases out) {
        long override = e.number("override_only");
        // PCI_ID_F_VFIO_DRIVER_OVERRIDE is the one value defined so far.
        if (override > 1) {
            out.refuse("a PCI device table has the override_only value " + override);
            return;
        }
        long mask = e.number("class_mask");
        if (IntStream.of(16, 8, 0).anyMatch(shift -> (mask >> shift & 0xff) != 0 && (mask >> shift & 0xff) != 0xff)) {
            out.leaveOut(String.format("a PCI device table has the class mask %04X, of which no alias can be made", mask));
            return;
        }
        long any = e.constant("PCI_ANY_ID");
        long type = e.number("class");
        out.addOpen((override == 0 ? "pci:" : "vfio_pci:")
                + e.part("v", e.number("vendor") != any, "vendor")
                + e.part("d", e.number("device") != any, "device")
                + e.part("sv", e.number("subvendor") != any, "subvendor")
                + e.part("sd", e.number("subdevice") != any, "subdevice")
                + classPart("bc", mask >> 16, type >> 16)
                + classPart("sc", mask >> 8, type >> 8)
                + classPart("i", mask, type));
    }

    private static String classPart(String prefix, long mask, long value) {
        return (mask & 0xff) == 0xff ? prefix + DeviceEntry.hex(value & 0xff, 2) : prefix + "*";
    }

    private static void acpi(DeviceEntry e, DeviceAliases out) {
        String id = e.text("id");
        out.add("acpi*:" + (id.isEmpty() ? acpiClass(e) : id) + ":*");
    }

    private static String acpiClass(DeviceEntry e) {
        return IntStream.of(16, 8, 0)
                .mapToObj(shift -> (e.number("cls_msk") >> shift & 0xff) == 0
                        ? ANY_BYTE
                        : String.format("%02x", e.number("cls") >> shift & 0xff))
                .collect(Collectors.joining());
    }

    private static void openFirmware(DeviceEntry e, DeviceAliases out) {
        String compatible = e.text("compatible");
        String alias = "of:N" + orStar(e.text("name")) + "T" + orStar(e.text("type"));
        if (!compatible.isEmpty()) {
            alias += (e.text("type").isEmpty() ? "" : "*") + "C" + compatible;
        }
        out.add(withoutSpaces(alias));
        out.add(withoutSpaces(alias) + "C*");
    }

    private static void vio(DeviceEntry e, DeviceAliases out) {
        out.addOpen(withoutSpaces("vio:T" + orStar(e.text("type")) + "S" + orStar(e.text("compat"))));
    }

    private static String orStar(String text) {
        return text.isEmpty() ? "*" : text;
    }

    private static String withoutSpaces(String alias) {
        return alias.replaceAll("\\s", "_");
    }

    private static void pnp(String id, DeviceAliases out) {
        out.add("pnp:d" + id + "*");
        out.add("acpi*:" + id.toUpperCase(Locale.ROOT) + ":*");
    }

    private static void pnpCard(DeviceEntry e, DeviceAliases out) {
        // Before 6.13 what earlier cards of the table have is left out; since then, what the module has.
        Set<String> earlier = new HashSet<>();
        for (long card = e.at() - e.layout().size(); card >= 0; card -= e.layout().size()) {
            earlier.addAll(devices(e.sibling(card)));
        }
        devices(e).stream().filter(id -> !earlier.contains(id)).forEach(id -> pnp(id, out));
    }

    private static List<String> devices(DeviceEntry e) {
        long step = e.constant("sizeof(((struct pnp_card_device_id *)0)->devs[0])");
        return LongStream.range(0, e.constant("PNP_MAX_DEVICES"))
                .mapToObj(device -> e.textAt("devs", device * step))
                .takeWhile(id -> !id.isEmpty())
                .toList();
    }

    private static void pcmcia(DeviceEntry e, DeviceAliases out) {
        var alias = new StringBuilder("pcmcia:")
                .append(pcmciaPart(e, "m", "MANF_ID", "manf_id"))
                .append(pcmciaPart(e, "c", "CARD_ID", "card_id"))
                .append(pcmciaPart(e, "f", "FUNC_ID", "func_id"))
                .append(pcmciaPart(e, "fn", "FUNCTION", "function"))
                .append(pcmciaPart(e, "pfn", "DEVICE_NO", "device_no"));
        for (int i = 0; i < 4; i++) {
            boolean counts = e.has("match_flags", "PCMCIA_DEV_ID_MATCH_PROD_ID" + (i + 1));
            alias.append("p").append((char) ('a' + i));
            alias.append(counts ? DeviceEntry.hex(e.number("prod_id_hash", i * 4L, 4), 8) : "*");
        }
        out.addOpen(alias.toString());
    }

    private static String pcmciaPart(DeviceEntry e, String prefix, String flag, String field) {
        return e.part(prefix, e.has("match_flags", "PCMCIA_DEV_ID_MATCH_" + flag), field);
    }

    private static void mdio(DeviceEntry e, DeviceAliases out) {
        var alias = new StringBuilder("mdio:");
        for (int bit = 31; bit >= 0; bit--) {
            boolean counts = (e.number("phy_id_mask") >> bit & 1) != 0;
            alias.append(counts ? (char) ('0' + (e.number("phy_id") >> bit & 1)) : '?');
        }
        out.add(alias.toString());
    }

    private static void isaPnp(DeviceEntry e, DeviceAliases out) {
        long vendor = e.number("vendor");
        long function = e.number("function");
        out.add(String.format("pnp:d%c%c%c%x%x%x%x*",
                (char) ('A' + (vendor >> 2 & 0x3f) - 1),
                (char) ('A' + ((vendor & 3) << 3 | vendor >> 13 & 7) - 1),
                (char) ('A' + (vendor >> 8 & 0x1f) - 1),
                function >> 4 & 15, function & 15, function >> 12 & 15, function >> 8 & 15));
    }

    private static void amba(DeviceEntry e, DeviceAliases out) {
        long id = e.number("id");
        long mask = e.number("mask");
        if ((id & mask) != id) {
            out.refuse(String.format("the AMBA device ID 0x%08X has bits that its mask 0x%08X excludes", id, mask));
            return;
        }
        var alias = new StringBuilder("amba:d");
        for (int shift = 28; shift >= 0; shift -= 4) {
            alias.append(digit(id >> shift & 15, mask >> shift & 15));
        }
        out.add(alias.toString());
    }

    /** A pattern of one hexadecimal digit. */
    private static String digit(long digit, long mask) {
        if (mask == 0) {
            return "?";
        }
        String digits = LongStream.range(0, 16).filter(i -> (i & mask) == digit)
                .mapToObj(i -> String.format("%X", i)).collect(Collectors.joining());
        return mask == 15 ? digits : "[" + digits + "]";
    }

    private static void cpuModel(DeviceEntry e, DeviceAliases out) {
        out.add("cpu:type:x86,"
                + e.part("ven", e.number("vendor") != e.constant("X86_VENDOR_ANY"), "vendor")
                + e.part("fam", e.number("family") != e.constant("X86_FAMILY_ANY"), "family")
                + e.part("mod", e.number("model") != e.constant("X86_MODEL_ANY"), "model")
                + ":feature:*"
                + (e.number("feature") == e.constant("X86_FEATURE_ANY") ? "" : DeviceEntry.hex(e.number("feature"), 4) + "*"));
    }

    private static void mei(DeviceEntry e, DeviceAliases out) {
        boolean counts = e.number("version") != e.constant("MEI_CL_VERSION_ANY");
        out.add("mei:" + orStar(e.text("name")) + ":" + guid(e, "uuid", "%02x") + e.part(":", counts, "version") + ":*");
    }

    /** The mixed-endian text of a {@code guid_t}. */
    private static String guid(DeviceEntry e, String field, String format) {
        return dashed(e.hexBytes(field, format, 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15));
    }

    private static String uuid(DeviceEntry e) {
        return dashed(e.hexBytes("uuid", "%02x", IntStream.range(0, 16).toArray()));
    }

    private static String dashed(String hex) {
        return String.join("-",
                hex.substring(0, 8), hex.substring(8, 12), hex.substring(12, 16), hex.substring(16, 20), hex.substring(20));
    }

    private static void thunderbolt(DeviceEntry e, DeviceAliases out) {
        out.addOpen("tbsvc:k" + (e.has("match_flags", "TBSVC_MATCH_PROTOCOL_KEY") ? e.text("protocol_key") : "*")
                + e.part("p", e.has("match_flags", "TBSVC_MATCH_PROTOCOL_ID"), "protocol_id")
                + e.part("v", e.has("match_flags", "TBSVC_MATCH_PROTOCOL_VERSION"), "protocol_version")
                + e.part("r", e.has("match_flags", "TBSVC_MATCH_PROTOCOL_REVISION"), "protocol_revision"));
    }

    private static void typec(DeviceEntry e, DeviceAliases out) {
        String mode = out.modpost().matchesTypecMode()
                ? e.part("m", e.number("mode") != e.constant("TYPEC_ANY_MODE"), "mode")
                : "";
        out.add("typec:id" + DeviceEntry.hex(e.number("svid"), 4) + mode);
    }

    private static void wmi(DeviceEntry e, DeviceAliases out) {
        String guid = e.text("guid_string");
        boolean valid = out.modpost().normalizesWmi()
                ? guid.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                : guid.length() == 36;
        if (!valid) {
            out.leaveOut("'" + guid + "' is not the GUID of a WMI device");
            return;
        }
        out.add("wmi:" + (out.modpost().normalizesWmi() ? guid.toUpperCase(Locale.ROOT) : guid));
    }

    private static void cdx(DeviceEntry e, DeviceAliases out) {
        long override = e.number("override_only");
        if (override != 0 && override != e.constant("CDX_ID_F_VFIO_DRIVER_OVERRIDE")) {
            out.leaveOut("a CDX device table has the override_only value " + override);
            return;
        }
        long any = e.constant("CDX_ANY_ID");
        var alias = new StringBuilder(override == 0 ? "cdx:" : "vfio_cdx:")
                .append(e.part("v", e.number("vendor") != any, "vendor"))
                .append(e.part("d", e.number("device") != any, "device"));
        if (e.knows("subvendor")) {
            alias.append(e.part("sv", e.number("subvendor") != any, "subvendor"));
            alias.append(e.part("sd", e.number("subdevice") != any, "subdevice"));
        }
        if (e.knows("class")) {
            alias.append(e.part("c", e.number("class_mask") == 0xffffff, "class"));
        }
        out.add(alias.toString());
    }
}
