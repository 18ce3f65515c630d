package org.latebind.kmod;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kinds of device table, one line of file2alias.c's {@code devtable} each. A new kind also needs
 * its function below and a case in the test beside the others.
 *
 * @param name first argument of {@code MODULE_DEVICE_TABLE}
 * @param struct the entry's type
 * @param fields of the entry; {@code ?} marks one that older kernels lack
 * @param macros of {@code <linux/mod_devicetable.h>} that the aliases depend on
 */
record DeviceKind(
        String name, String struct, List<String> fields, List<String> macros, Function<DeviceEntry, List<String>> toAliases) {
    private static final List<String> INPUT_BITS =
            List.of("evbit", "keybit", "relbit", "absbit", "mscbit", "ledbit", "sndbit", "ffbit", "swbit");
    private static final List<String> INPUT_NAMES = List.of("EV", "KEY", "REL", "ABS", "MSC", "LED", "SND", "FF", "SW");

    private static final List<DeviceKind> ALL =
            List.of(
                    kind("pci", "pci_device_id", "vendor device subvendor subdevice class class_mask override_only?", "", DeviceKind::pci),
                    UsbAliases.KIND,
                    kind("hid", "hid_device_id", "bus group vendor product", "", DeviceKind::hid),
                    kind("acpi", "acpi_device_id", "id cls cls_msk", "", DeviceKind::acpi),
                    kind("of", "of_device_id", "name type compatible", "", DeviceKind::openFirmware),
                    kind("i2c", "i2c_device_id", "name", "", e -> List.of("i2c:" + e.text("name"))),
                    kind("spi", "spi_device_id", "name", "", e -> List.of("spi:" + e.text("name"))),
                    kind("platform", "platform_device_id", "name", "", e -> List.of("platform:" + e.text("name"))),
                    kind("auxiliary", "auxiliary_device_id", "name", "", e -> List.of("auxiliary:" + e.text("name"))),
                    kind("virtio", "virtio_device_id", "device vendor", "VIRTIO_DEV_ANY_ID", DeviceKind::virtio),
                    kind("pnp", "pnp_device_id", "id", "", DeviceKind::pnp),
                    kind("wmi", "wmi_device_id", "guid_string", "", e -> List.of("wmi:" + e.text("guid_string") + "*")),
                    kind("sdio", "sdio_device_id", "class vendor device", "", DeviceKind::sdio),
                    kind("serio", "serio_device_id", "type extra id proto", "SERIO_ANY", DeviceKind::serio),
                    kind("vmbus", "hv_vmbus_device_id", "guid", "", DeviceKind::vmbus),
                    kind("dmi", "dmi_system_id", "matches", "sizeof(struct dmi_strmatch)", DmiAliases::of),
                    kind("input", "input_device_id", "flags bustype vendor product version " + String.join(" ", INPUT_BITS), inputMacros(), DeviceKind::input));

    static Optional<DeviceKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst();
    }

    static DeviceKind kind(String name, String struct, String fields, String macros, Function<DeviceEntry, List<String>> toAliases) {
        List<String> macroList = macros.isEmpty() ? List.of() : macros.startsWith("sizeof") ? List.of(macros) : List.of(macros.split(" "));
        return new DeviceKind(name, "struct " + struct, List.of(fields.split(" ")), macroList, toAliases);
    }

    List<String> aliases(DeviceEntry entry) {
        return toAliases.apply(entry);
    }

    /** An alias matches whatever a later kernel appends. */
    static String open(String alias) {
        return alias.endsWith("*") ? alias : alias + "*";
    }

    private static final long ANY32 = 0xffffffffL;

    private static List<String> pci(DeviceEntry e) {
        long baseMask = e.number("class_mask") >> 16 & 0xff;
        long subMask = e.number("class_mask") >> 8 & 0xff;
        long interfaceMask = e.number("class_mask") & 0xff;
        // PCI_ID_F_VFIO_DRIVER_OVERRIDE is the one bit defined so far.
        String bus = e.number("override_only") == 0 ? "pci:" : "vfio_pci:";
        String ids =
                e.part("v", e.number("vendor") != ANY32, "vendor")
                        + e.part("d", e.number("device") != ANY32, "device")
                        + e.part("sv", e.number("subvendor") != ANY32, "subvendor")
                        + e.part("sd", e.number("subdevice") != ANY32, "subdevice");
        String device =
                classPart("bc", baseMask, e.number("class") >> 16)
                        + classPart("sc", subMask, e.number("class") >> 8)
                        + classPart("i", interfaceMask, e.number("class"));
        return List.of(open(bus + ids + device));
    }

    private static String classPart(String prefix, long mask, long value) {
        return mask == 0xff ? prefix + DeviceEntry.hex(value & 0xff, 2) : prefix + "*";
    }

    private static List<String> hid(DeviceEntry e) {
        return List.of(
                open(
                        "hid:"
                                + e.part("b", e.number("bus") != 0xffff, "bus")
                                + e.part("g", e.number("group") != 0, "group")
                                + e.part("v", e.number("vendor") != ANY32, "vendor")
                                + e.part("p", e.number("product") != ANY32, "product")));
    }

    private static List<String> acpi(DeviceEntry e) {
        if (!e.text("id").isEmpty()) {
            return List.of("acpi*:" + e.text("id") + ":*");
        }
        StringBuilder alias = new StringBuilder("acpi*:");
        for (int shift = 16; shift >= 0; shift -= 8) {
            boolean counts = (e.number("cls_msk") >> shift & 0xff) != 0;
            alias.append(counts ? String.format("%02x", e.number("cls") >> shift & 0xff) : "??");
        }
        return List.of(alias + ":*");
    }

    private static List<String> openFirmware(DeviceEntry e) {
        String type = e.text("type");
        String alias = "of:N" + orStar(e.text("name")) + "T" + orStar(type);
        if (!e.text("compatible").isEmpty()) {
            alias += (type.isEmpty() ? "" : "*") + "C" + e.text("compatible");
        }
        alias = alias.replaceAll("\\s", "_");
        return List.of(alias, open(alias + "C"));
    }

    private static String orStar(String text) {
        return text.isEmpty() ? "*" : text;
    }

    private static List<String> virtio(DeviceEntry e) {
        long any = e.macro("VIRTIO_DEV_ANY_ID") & ANY32;
        return List.of(
                open("virtio:" + e.part("d", e.number("device") != any, "device") + e.part("v", e.number("vendor") != any, "vendor")));
    }

    private static List<String> pnp(DeviceEntry e) {
        String upper = e.text("id").toUpperCase(java.util.Locale.ROOT);
        return List.of("pnp:d" + e.text("id") + "*", "acpi*:" + upper + ":*");
    }

    private static List<String> sdio(DeviceEntry e) {
        return List.of(
                open(
                        "sdio:"
                                + e.part("c", e.number("class") != 0xff, "class")
                                + e.part("v", e.number("vendor") != 0xffff, "vendor")
                                + e.part("d", e.number("device") != 0xffff, "device")));
    }

    private static List<String> serio(DeviceEntry e) {
        long any = e.macro("SERIO_ANY");
        return List.of(
                open(
                        "serio:"
                                + e.part("ty", e.number("type") != any, "type")
                                + e.part("pr", e.number("proto") != any, "proto")
                                + e.part("id", e.number("id") != any, "id")
                                + e.part("ex", e.number("extra") != any, "extra")));
    }

    private static List<String> vmbus(DeviceEntry e) {
        StringBuilder alias = new StringBuilder("vmbus:");
        for (int i = 0; i < e.width("guid"); i++) {
            alias.append(String.format("%02x", e.number("guid", i, 1)));
        }
        return List.of(alias.toString());
    }

    private static String inputMacros() {
        StringBuilder macros = new StringBuilder();
        for (String flag : List.of("BUS", "VENDOR", "PRODUCT", "VERSION", "EVBIT", "KEYBIT", "RELBIT", "ABSBIT", "MSCIT", "LEDBIT", "SNDBIT", "FFBIT", "SWBIT")) {
            macros.append("INPUT_DEVICE_ID_MATCH_").append(flag).append(' ');
        }
        INPUT_NAMES.forEach(name -> macros.append("INPUT_DEVICE_ID_").append(name).append("_MAX "));
        return macros.append("INPUT_DEVICE_ID_KEY_MIN_INTERESTING").toString();
    }

    private static List<String> input(DeviceEntry e) {
        String match = "INPUT_DEVICE_ID_MATCH_";
        StringBuilder alias =
                new StringBuilder("input:")
                        .append(e.part("b", e.has("flags", match + "BUS"), "bustype"))
                        .append(e.part("v", e.has("flags", match + "VENDOR"), "vendor"))
                        .append(e.part("p", e.has("flags", match + "PRODUCT"), "product"))
                        .append(e.part("e", e.has("flags", match + "VERSION"), "version"))
                        .append('-');
        List<String> letters = List.of("e", "k", "r", "a", "m", "l", "s", "f", "w");
        for (int i = 0; i < letters.size(); i++) {
            String name = INPUT_NAMES.get(i);
            // The kernel's own spelling.
            String flag = match + (name.equals("MSC") ? "MSCIT" : name + "BIT");
            alias.append(letters.get(i)).append('*');
            if (e.has("flags", flag)) {
                long first = name.equals("KEY") ? e.macro("INPUT_DEVICE_ID_KEY_MIN_INTERESTING") : 0;
                appendBits(alias, e, INPUT_BITS.get(i), first, e.macro("INPUT_DEVICE_ID_" + name + "_MAX"));
            }
        }
        return List.of(alias.toString());
    }

    private static void appendBits(StringBuilder alias, DeviceEntry e, String field, long first, long end) {
        for (long bit = first; bit < end && bit / 8 < e.width(field); bit++) {
            if ((e.number(field, bit / 64 * 8, 8) >> bit % 64 & 1) != 0) {
                alias.append(String.format("%X,*", bit));
            }
        }
    }
}
