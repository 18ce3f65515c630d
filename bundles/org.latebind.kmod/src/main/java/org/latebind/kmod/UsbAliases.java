package org.latebind.kmod;

import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** C's {@code unsigned int}. */
    private static final long UNLIMITED = 0xffffffffL;

    static final DeviceKind KIND =
            DeviceKind.of(
                    "usb",
                    "usb_device_id",
                    "match_flags idVendor idProduct bcdDevice_lo bcdDevice_hi bDeviceClass bDeviceSubClass"
                            + " bDeviceProtocol bInterfaceClass bInterfaceSubClass bInterfaceProtocol bInterfaceNumber",
                    flags(),
                    UsbAliases::of);

    private UsbAliases() {}

    private static String flags() {
        return Stream.of("VENDOR", "PRODUCT", "DEV_LO", "DEV_HI", "DEV_CLASS", "DEV_SUBCLASS", "DEV_PROTOCOL", "INT_CLASS",
                        "INT_SUBCLASS", "INT_PROTOCOL", "INT_NUMBER")
                .map(MATCH::concat)
                .collect(Collectors.joining(", "));
    }

    private static void of(DeviceEntry e, DeviceAliases out) {
        // A placeholder that run time fills in would match every device.
        if ((e.number("idVendor") | e.number("idProduct") | e.number("bDeviceClass") | e.number("bInterfaceClass")) == 0) {
            return;
        }
        long low = e.has("match_flags", MATCH + "DEV_LO") ? e.number("bcdDevice_lo") : 0;
        long high = e.has("match_flags", MATCH + "DEV_HI") ? e.number("bcdDevice_hi") : UNLIMITED;
        int size = (int) e.width("bcdDevice_lo") * 2;
        int largest = isDecimal(low, size) && isDecimal(Math.min(high, 0x9999), size) ? 9 : 15;
        for (int digits = size - 1; low <= high; digits--) {
            int first = (int) low & 15;
            int last = Math.min((int) high & 15, largest);
            low >>= 4;
            high >>= 4;
            if (low == high || digits == 0) {
                out.addOpen(alias(e, low, digits, first, last, largest));
                return;
            }
            if (first > 0) {
                out.addOpen(alias(e, low, digits, first, largest, largest));
                low = next(low, 1, largest, size);
            }
            if (last < largest) {
                out.addOpen(alias(e, high, digits, 0, last, largest));
                high = next(high, -1, largest, size);
            }
        }
    }

    private static boolean isDecimal(long number, int digits) {
        for (int i = 0; i < digits; i++) {
            if ((number >> 4 * i & 15) > 9) {
                return false;
            }
        }
        return true;
    }

    /** The number before or after; binary-coded decimals stay decimal ({@code incbcd}). */
    private static long next(long number, int step, int largest, int digits) {
        if (largest > 9) {
            return number + step & UNLIMITED;
        }
        long value = step;
        long power = 1;
        for (int i = 0; i < digits; i++, power *= 10) {
            value += Math.min(number >> 4 * i & 15, 9) * power;
        }
        long result = 0;
        for (int i = 0; i < digits; i++, value = Long.divideUnsigned(value, 10)) {
            result |= Long.remainderUnsigned(value, 10) << 4 * i;
        }
        return result;
    }

    private static String alias(DeviceEntry e, long release, int digits, int first, int last, int largest) {
        return "usb:"
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
