package org.latebind.kmod;

import java.util.ArrayList;
import java.util.List;

/**
 * USB aliases. A range of device releases becomes several patterns, because an alias can only say
 * "this digit from a to b, the rest anything":
 *
 * <pre>
 *   bcdDevice 0x0100 to 0x0299  -->  d01*  d02*
 * </pre>
 */
final class UsbAliases {
    private static final String MATCH = "USB_DEVICE_ID_MATCH_";

    static final DeviceKind KIND =
            DeviceKind.kind(
                    "usb",
                    "usb_device_id",
                    "match_flags idVendor idProduct bcdDevice_lo bcdDevice_hi bDeviceClass bDeviceSubClass"
                            + " bDeviceProtocol bInterfaceClass bInterfaceSubClass bInterfaceProtocol bInterfaceNumber",
                    flags(),
                    UsbAliases::of);

    private UsbAliases() {}

    private static String flags() {
        StringBuilder result = new StringBuilder();
        for (String flag :
                List.of("VENDOR", "PRODUCT", "DEV_LO", "DEV_HI", "DEV_CLASS", "DEV_SUBCLASS", "DEV_PROTOCOL", "INT_CLASS", "INT_SUBCLASS", "INT_PROTOCOL", "INT_NUMBER")) {
            result.append(MATCH).append(flag).append(' ');
        }
        return result.toString().trim();
    }

    private static List<String> of(DeviceEntry e) {
        // A placeholder that run time fills in would match every device.
        if ((e.number("idVendor") | e.number("idProduct") | e.number("bDeviceClass") | e.number("bInterfaceClass")) == 0) {
            return List.of();
        }
        int low = e.has("match_flags", MATCH + "DEV_LO") ? (int) e.number("bcdDevice_lo") : 0;
        int high = e.has("match_flags", MATCH + "DEV_HI") ? (int) e.number("bcdDevice_hi") : 0xffff;
        int largest = isDecimal(low) && isDecimal(high) ? 9 : 15;
        List<String> result = new ArrayList<>();
        int digits = (int) e.width("bcdDevice_lo") * 2 - 1;
        for (; low <= high; digits--) {
            int first = low & 15;
            int last = Math.min(high & 15, largest);
            low >>= 4;
            high >>= 4;
            if (low == high || digits == 0) {
                result.add(alias(e, low, digits, first, last, largest));
                break;
            }
            if (first > 0) {
                result.add(alias(e, low++, digits, first, largest, largest));
            }
            if (last < largest) {
                result.add(alias(e, high--, digits, 0, last, largest));
            }
        }
        return result;
    }

    private static boolean isDecimal(int bcd) {
        for (int rest = bcd; rest != 0; rest >>= 4) {
            if ((rest & 15) > 9) {
                return false;
            }
        }
        return true;
    }

    private static String alias(DeviceEntry e, int release, int digits, int first, int last, int largest) {
        String alias =
                "usb:"
                        + part(e, "v", "VENDOR", "idVendor")
                        + part(e, "p", "PRODUCT", "idProduct")
                        + "d"
                        + (digits > 0 ? DeviceEntry.hex(release, digits) : "")
                        + digitRange(first, last, largest)
                        + (digits < e.width("bcdDevice_lo") * 2 - 1 ? "*" : "")
                        + part(e, "dc", "DEV_CLASS", "bDeviceClass")
                        + part(e, "dsc", "DEV_SUBCLASS", "bDeviceSubClass")
                        + part(e, "dp", "DEV_PROTOCOL", "bDeviceProtocol")
                        + part(e, "ic", "INT_CLASS", "bInterfaceClass")
                        + part(e, "isc", "INT_SUBCLASS", "bInterfaceSubClass")
                        + part(e, "ip", "INT_PROTOCOL", "bInterfaceProtocol")
                        + part(e, "in", "INT_NUMBER", "bInterfaceNumber");
        return DeviceKind.open(alias);
    }

    private static String part(DeviceEntry e, String prefix, String flag, String field) {
        return e.part(prefix, e.has("match_flags", MATCH + flag), field);
    }

    private static String digitRange(int first, int last, int largest) {
        if (first == last) {
            return Integer.toHexString(first).toUpperCase(java.util.Locale.ROOT);
        }
        if (first == 0 && last >= largest) {
            return "";
        }
        if (first > 9 || last < 10) {
            return String.format("[%X-%X]", first, last);
        }
        return String.format(first < 9 ? "[%X-9" : "[%X", first) + String.format(last > 10 ? "A-%X]" : "%X]", last);
    }
}
