package org.latebind.kmod;

import static org.latebind.kmod.PlainKind.kind;

import java.util.List;

/** The kinds whose aliases are fields one after the other. */
final class PlainKinds {
    private PlainKinds() {}

    static List<DeviceKind> all() {
        return List.of(
                hid(), ieee1394(), ccw(), ap(), css(), serio(), eisa(), parisc(), sdio(), ssb(), bcma(), virtio(),
                named("rpmsg", "rpmsg_device_id", "name"),
                named("i2c", "i2c_device_id", "name"),
                named("spi", "spi_device_id", "name"),
                named("platform", "platform_device_id", "name"),
                named("auxiliary", "auxiliary_device_id", "name").newWith("sizeof(struct auxiliary_device_id)"),
                named("mhi", "mhi_device_id", "chan"),
                named("mhi_ep", "mhi_device_id", "chan").newWith("sizeof(MHI_EP_DEVICE_MODALIAS_FMT)"),
                named("vchiq", "vchiq_device_id", "name").newWith("sizeof(struct vchiq_device_id)"),
                i3c(), slim(), zorro(), ipack(), mipscdmm(), cpu(), mcb(), rapidio(), ulpi(), hdaudio(), sdw(), fslmc(),
                ssam(), dfl(), coreboot());
    }

    private static DeviceKind named(String name, String struct, String field) {
        return kind(name, struct).text(name + ":").string(field).closed();
    }

    private static DeviceKind hid() {
        return kind("hid", "hid_device_id").text("hid:")
                .unless("b", "bus", "HID_BUS_ANY")
                .unless("g", "group", "HID_GROUP_ANY")
                .unless("v", "vendor", "HID_ANY_ID")
                .unless("p", "product", "HID_ANY_ID")
                .closed();
    }

    private static DeviceKind ieee1394() {
        return kind("ieee1394", "ieee1394_device_id").text("ieee1394:")
                .when("ven", "vendor_id", "match_flags", "IEEE1394_MATCH_VENDOR_ID")
                .when("mo", "model_id", "match_flags", "IEEE1394_MATCH_MODEL_ID")
                .when("sp", "specifier_id", "match_flags", "IEEE1394_MATCH_SPECIFIER_ID")
                .when("ver", "version", "match_flags", "IEEE1394_MATCH_VERSION")
                .open();
    }

    private static DeviceKind ccw() {
        return kind("ccw", "ccw_device_id").text("ccw:")
                .when("t", "cu_type", "match_flags", "CCW_DEVICE_ID_MATCH_CU_TYPE")
                .when("m", "cu_model", "match_flags", "CCW_DEVICE_ID_MATCH_CU_MODEL")
                .when("dt", "dev_type", "match_flags", "CCW_DEVICE_ID_MATCH_DEVICE_TYPE")
                .when("dm", "dev_model", "match_flags", "CCW_DEVICE_ID_MATCH_DEVICE_MODEL")
                .open();
    }

    private static DeviceKind ap() {
        return kind("ap", "ap_device_id").text("ap:t").number("%02X", "dev_type").text("*").closed();
    }

    private static DeviceKind css() {
        return kind("css", "css_device_id").text("css:t").number("%01X", "type").closed();
    }

    private static DeviceKind serio() {
        return kind("serio", "serio_device_id").text("serio:")
                .unless("ty", "type", "SERIO_ANY")
                .unless("pr", "proto", "SERIO_ANY")
                .unless("id", "id", "SERIO_ANY")
                .unless("ex", "extra", "SERIO_ANY")
                .open();
    }

    private static DeviceKind eisa() {
        return kind("eisa", "eisa_device_id").text("eisa:s").string("sig").text("*").closed();
    }

    private static DeviceKind parisc() {
        return kind("parisc", "parisc_device_id").text("parisc:")
                .unless("t", "hw_type", "PA_HWTYPE_ANY_ID")
                .unless("hv", "hversion", "PA_HVERSION_ANY_ID")
                .unless("rev", "hversion_rev", "PA_HVERSION_REV_ANY_ID")
                .unless("sv", "sversion", "PA_SVERSION_ANY_ID")
                .open();
    }

    private static DeviceKind sdio() {
        return kind("sdio", "sdio_device_id").text("sdio:")
                .unless("c", "class", "(__u8)SDIO_ANY_ID")
                .unless("v", "vendor", "(__u16)SDIO_ANY_ID")
                .unless("d", "device", "(__u16)SDIO_ANY_ID")
                .open();
    }

    private static DeviceKind ssb() {
        return kind("ssb", "ssb_device_id").text("ssb:")
                .unless("v", "vendor", "SSB_ANY_VENDOR")
                .unless("id", "coreid", "SSB_ANY_ID")
                .unless("rev", "revision", "SSB_ANY_REV")
                .open();
    }

    private static DeviceKind bcma() {
        return kind("bcma", "bcma_device_id").text("bcma:")
                .unless("m", "manuf", "BCMA_ANY_MANUF")
                .unless("id", "id", "BCMA_ANY_ID")
                .unless("rev", "rev", "BCMA_ANY_REV")
                .unless("cl", "class", "BCMA_ANY_CLASS")
                .open();
    }

    private static DeviceKind virtio() {
        return kind("virtio", "virtio_device_id").text("virtio:")
                .unless("d", "device", "VIRTIO_DEV_ANY_ID")
                .unless("v", "vendor", "VIRTIO_DEV_ANY_ID")
                .open();
    }

    private static DeviceKind i3c() {
        return kind("i3c", "i3c_device_id").text("i3c:")
                .when("dcr", "dcr", "match_flags", "I3C_MATCH_DCR")
                .when("manuf", "manuf_id", "match_flags", "I3C_MATCH_MANUF")
                .when("part", "part_id", "match_flags", "I3C_MATCH_PART")
                .when("ext", "extra_info", "match_flags", "I3C_MATCH_EXTRA_INFO")
                .closed();
    }

    private static DeviceKind slim() {
        return kind("slim", "slim_device_id")
                .text("slim:").number("%x", "manf_id").text(":").number("%x", "prod_code").text(":*")
                .closed().since(ModpostVersion::knowsSlimbus);
    }

    private static DeviceKind zorro() {
        return kind("zorro", "zorro_device_id").text("zorro:").unless("i", "id", "ZORRO_WILDCARD").closed();
    }

    private static DeviceKind ipack() {
        return kind("ipack", "ipack_device_id").text("ipack:")
                .unless("f", "format", "IPACK_ANY_FORMAT")
                .unless("v", "vendor", "IPACK_ANY_ID")
                .unless("d", "device", "IPACK_ANY_ID")
                .open();
    }

    private static DeviceKind mipscdmm() {
        return kind("mipscdmm", "mips_cdmm_device_id").text("mipscdmm:t").number("%02X", "type").text("*").closed();
    }

    private static DeviceKind cpu() {
        return kind("cpu", "cpu_feature").text("cpu:type:*:feature:*").number("%04X", "feature").text("*").closed();
    }

    private static DeviceKind mcb() {
        return kind("mcb", "mcb_device_id").text("mcb:16z").number("%03d", "device")
                .closed().since(ModpostVersion::knowsMcb);
    }

    private static DeviceKind rapidio() {
        return kind("rapidio", "rio_device_id").text("rapidio:")
                .unless("v", "vid", "RIO_ANY_ID")
                .unless("d", "did", "RIO_ANY_ID")
                .unless("av", "asm_vid", "RIO_ANY_ID")
                .unless("ad", "asm_did", "RIO_ANY_ID")
                .open();
    }

    private static DeviceKind ulpi() {
        return kind("ulpi", "ulpi_device_id")
                .text("ulpi:v").number("%04x", "vendor").text("p").number("%04x", "product").closed();
    }

    private static DeviceKind hdaudio() {
        return kind("hdaudio", "hda_device_id").text("hdaudio:")
                .unless("v", "vendor_id", "0").unless("r", "rev_id", "0").unless("a", "api_version", "0")
                .open();
    }

    private static DeviceKind sdw() {
        return kind("sdw", "sdw_device_id").text("sdw:")
                .unless("m", "mfg_id", "0").unless("p", "part_id", "0")
                .unless("v", "sdw_version", "0").unless("c", "class_id", "0")
                .open();
    }

    private static DeviceKind fslmc() {
        return kind("fslmc", "fsl_mc_device_id")
                .text("fsl-mc:v").number("%08X", "vendor").text("d").string("obj_type").closed();
    }

    private static DeviceKind ssam() {
        return kind("ssam", "ssam_device_id")
                .text("ssam:d").number("%02X", "domain").text("c").number("%02X", "category")
                .when("t", "target", "match_flags", "SSAM_MATCH_TARGET")
                .when("i", "instance", "match_flags", "SSAM_MATCH_INSTANCE")
                .when("f", "function", "match_flags", "SSAM_MATCH_FUNCTION")
                .closed().newWith("sizeof(struct ssam_device_id)");
    }

    private static DeviceKind dfl() {
        return kind("dfl", "dfl_device_id")
                .text("dfl:t").number("%04X", "type").text("f").number("%04X", "feature_id")
                .open().newWith("sizeof(struct dfl_device_id)");
    }

    private static DeviceKind coreboot() {
        return kind("coreboot", "coreboot_device_id").text("coreboot:t").number("%08X", "tag")
                .closed().newWith("sizeof(struct coreboot_device_id)");
    }
}
