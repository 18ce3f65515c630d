// Tables of every kind that some kernel's modpost makes aliases of, and of some that none does.
#include <linux/module.h>
#include <linux/version.h>
#include <linux/mod_devicetable.h>

#define TABLE(kind, struct_name, ...) \
	static const struct struct_name kind##_ids[] = { __VA_ARGS__, { } }; \
	MODULE_DEVICE_TABLE(kind, kind##_ids)
#define BYTES(...) { { __VA_ARGS__ } }
#define SIXTEEN BYTES(0x10, 0x32, 0x54, 0x76, 0x98, 0xba, 0xdc, 0xfe, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef)
#define SINCE(major, minor) (LINUX_VERSION_CODE >= KERNEL_VERSION(major, minor, 0))

TABLE(hid, hid_device_id, { .bus = 3, .vendor = 0x1532, .product = 0x203 },
	{ .bus = 5, .group = 2, .vendor = HID_ANY_ID, .product = 0xb13 },
	{ .bus = HID_BUS_ANY, .group = 0x103, .vendor = 1, .product = HID_ANY_ID });
TABLE(ieee1394, ieee1394_device_id,
	{ .match_flags = IEEE1394_MATCH_SPECIFIER_ID | IEEE1394_MATCH_VERSION, .specifier_id = 0xa02d, .version = 0x100 },
	{ .match_flags = IEEE1394_MATCH_VENDOR_ID | IEEE1394_MATCH_MODEL_ID, .vendor_id = 0x9e, .model_id = 7 });
TABLE(pci, pci_device_id, { 0x10de, 0x1234, PCI_ANY_ID, PCI_ANY_ID }, { 0x10ec, 0x8125, 0x1043, 0x7777 },
	{ PCI_ANY_ID, PCI_ANY_ID, PCI_ANY_ID, PCI_ANY_ID, 0x030000, 0xffff00 },
	{ 1, PCI_ANY_ID, PCI_ANY_ID, PCI_ANY_ID, 0x0c0330, 0xffffff },
	{ 1, 2, 3, 4, 0x0c0330, 0xf0ff00 });
#if SINCE(5, 16)
static const struct pci_device_id vfio_ids[] = { { 1, 2, 3, 4, .override_only = 1 }, { 1, 2, 3, 4, .override_only = 1 }, { } };
MODULE_DEVICE_TABLE(pci, vfio_ids);
#endif
TABLE(ccw, ccw_device_id, { .match_flags = 1, .cu_type = 0x3990, .cu_model = 0xe9 },
	{ .match_flags = 14, .cu_type = 0x3990, .cu_model = 0xe9, .dev_type = 0x3390, .dev_model = 1 });
TABLE(ap, ap_device_id, { .dev_type = 10 }, { .dev_type = 0xab });
TABLE(css, css_device_id, { .match_flags = 1, .type = 3 }, { .match_flags = 1, .type = 0x1f });
TABLE(serio, serio_device_id, { .type = 2, .proto = SERIO_ANY, .id = SERIO_ANY, .extra = 3 },
	{ .type = 1, .proto = 2, .id = 4, .extra = SERIO_ANY });
TABLE(acpi, acpi_device_id, { "GIZ0001" }, { .cls = 0x030100, .cls_msk = 0xffff00 }, { .cls = 0x0c03aa, .cls_msk = 0x00ffff });
TABLE(pnp, pnp_device_id, { "PNP0c02" }, { "abcdef0" });
TABLE(pnp_card, pnp_card_device_id, { "CARD001", 0, { { "ctl0001" }, { "CTL0021" } } },
	{ "CARD002", 0, { { "CTL0021" }, { "CTL0031" } } }, { "CARD003", 0, { { "CTL0021" }, { "CTL0021" } } });
TABLE(pcmcia, pcmcia_device_id,
	{ .match_flags = PCMCIA_DEV_ID_MATCH_MANF_ID | PCMCIA_DEV_ID_MATCH_CARD_ID, .manf_id = 0x104, .card_id = 0x75 },
	{ .match_flags = PCMCIA_DEV_ID_MATCH_FUNC_ID | PCMCIA_DEV_ID_MATCH_FUNCTION | PCMCIA_DEV_ID_MATCH_DEVICE_NO
			| PCMCIA_DEV_ID_MATCH_PROD_ID1 | PCMCIA_DEV_ID_MATCH_PROD_ID4,
		.func_id = 6, .function = 1, .device_no = 2, .prod_id_hash = { 0x20841b68, 2, 3, 0xaf8144c9 } },
	{ .match_flags = PCMCIA_DEV_ID_MATCH_PROD_ID2 | PCMCIA_DEV_ID_MATCH_PROD_ID3, .prod_id_hash = { 1, 2, 3, 4 } });
TABLE(vio, vio_device_id, { "network", "IBM,l lan" }, { "", "x" }, { "y", "" });
TABLE(input, input_device_id,
	{ .flags = INPUT_DEVICE_ID_MATCH_EVBIT | INPUT_DEVICE_ID_MATCH_KEYBIT, .evbit = { 2 }, .keybit = { [0] = ~0ul, [2] = 3, [11] = 1ul << 63 } },
	{ .flags = INPUT_DEVICE_ID_MATCH_BUS | INPUT_DEVICE_ID_MATCH_VENDOR | INPUT_DEVICE_ID_MATCH_PRODUCT
			| INPUT_DEVICE_ID_MATCH_VERSION | INPUT_DEVICE_ID_MATCH_RELBIT | INPUT_DEVICE_ID_MATCH_ABSBIT
			| INPUT_DEVICE_ID_MATCH_MSCIT | INPUT_DEVICE_ID_MATCH_LEDBIT | INPUT_DEVICE_ID_MATCH_SNDBIT
			| INPUT_DEVICE_ID_MATCH_FFBIT | INPUT_DEVICE_ID_MATCH_SWBIT,
		.bustype = 3, .vendor = 0x45e, .product = 0x28e, .version = 0x114, .relbit = { 0x8001 },
		.absbit = { 1ul << 63 }, .mscbit = { 0x80 }, .ledbit = { 5 }, .sndbit = { 2 }, .ffbit = { 0, 1ul << 63 }, .swbit = { 0x8001 } });
TABLE(eisa, eisa_device_id, { "ADP7771" });
TABLE(parisc, parisc_device_id, { 1, 2, 3, 4 }, { PA_HWTYPE_ANY_ID, PA_HVERSION_REV_ANY_ID, PA_HVERSION_ANY_ID, PA_SVERSION_ANY_ID });
TABLE(sdio, sdio_device_id, { .class = 7, .vendor = (__u16)SDIO_ANY_ID, .device = 0x104 },
	{ .class = (__u8)SDIO_ANY_ID, .vendor = 0x2d0, .device = (__u16)SDIO_ANY_ID });
TABLE(ssb, ssb_device_id, { 0x4243, 0x812, 5 }, { SSB_ANY_VENDOR, SSB_ANY_ID, SSB_ANY_REV });
TABLE(bcma, bcma_device_id, { 0x4bf, 0x812, 0x11, BCMA_ANY_CLASS }, { BCMA_ANY_MANUF, BCMA_ANY_ID, BCMA_ANY_REV, 3 });
TABLE(virtio, virtio_device_id, { 77, VIRTIO_DEV_ANY_ID }, { VIRTIO_DEV_ANY_ID, 0x1af4 });
TABLE(vmbus, hv_vmbus_device_id, { .guid = SIXTEEN });
TABLE(rpmsg, rpmsg_device_id, { "rpmsg-giz" });
TABLE(i2c, i2c_device_id, { "gizmo-a" }, { "gizmo-b" }, { "gizmo-a" });
TABLE(i3c, i3c_device_id, { .match_flags = I3C_MATCH_DCR, .dcr = 0x63 },
	{ .match_flags = I3C_MATCH_MANUF | I3C_MATCH_PART | I3C_MATCH_EXTRA_INFO, .manuf_id = 0x11b, .part_id = 2, .extra_info = 3 });
TABLE(slim, slim_device_id, { .manf_id = 0x217, .prod_code = 0x1a0 });
TABLE(spi, spi_device_id, { "gizspi" }, { "a name of thirty-two characters " });
TABLE(dmi, dmi_system_id,
	{ .matches = { DMI_MATCH(DMI_SYS_VENDOR, "Acme Inc."), DMI_EXACT_MATCH(DMI_BOARD_NAME, "G:1 \xc3\x84x") } },
	{ .matches = { DMI_MATCH(DMI_CHASSIS_VERSION, "9"), DMI_MATCH(DMI_BIOS_VENDOR, "B"), DMI_MATCH(DMI_PRODUCT_UUID, "u"),
		DMI_MATCH(DMI_BIOS_VENDOR, "C") } });
TABLE(platform, platform_device_id, { "gizplat" });
TABLE(mdio, mdio_device_id, { 0x001cc910, 0xfffffff0 }, { 0xffffffff, 0x0f0f0f0f });
TABLE(zorro, zorro_device_id, { 0x8120001 }, { ZORRO_WILDCARD });
TABLE(isapnp, isapnp_device_id, { 0xffff, 0xffff, 0x630e, 0x2100 });
TABLE(ipack, ipack_device_id, { 1, 0xf0, 0x22 }, { IPACK_ANY_FORMAT, (__u32)IPACK_ANY_ID, (__u32)IPACK_ANY_ID });
TABLE(amba, amba_id, { 0x00041010, 0x000fffff }, { 0x00041001, 0xff0ff5f7 });
TABLE(mipscdmm, mips_cdmm_device_id, { 0xfd });
TABLE(x86cpu, x86_cpu_id, { .vendor = 2, .family = 0x17, .model = X86_MODEL_ANY, .feature = 0x12a },
	{ .vendor = X86_VENDOR_ANY, .family = X86_FAMILY_ANY, .model = 0x9e, .feature = X86_FEATURE_ANY });
TABLE(cpu, cpu_feature, { 0x1f });
TABLE(mcb, mcb_device_id, { 0x7d });
TABLE(mei, mei_cl_device_id, { .name = "giz", .uuid = SIXTEEN, .version = MEI_CL_VERSION_ANY }, { .uuid = SIXTEEN, .version = 2 });
TABLE(rapidio, rio_device_id, { 1, 2, 3, 4 }, { RIO_ANY_ID, 0x38, RIO_ANY_ID, RIO_ANY_ID });
TABLE(ulpi, ulpi_device_id, { 0x451, 0x1507 });
TABLE(hdaudio, hda_device_id, { .vendor_id = 0x10ec0295, .rev_id = 2, .api_version = 1 }, { .vendor_id = 0x80862812 });
TABLE(sdw, sdw_device_id, { .mfg_id = 0x25d, .part_id = 0x711, .sdw_version = 3, .class_id = 1 }, { .mfg_id = 1, .part_id = 2 });
TABLE(fslmc, fsl_mc_device_id, { .vendor = 0x1957, .obj_type = "dpni" });
TABLE(tbsvc, tb_service_id, { .match_flags = TBSVC_MATCH_PROTOCOL_KEY | TBSVC_MATCH_PROTOCOL_ID, .protocol_key = "network", .protocol_id = 1 },
	{ .match_flags = TBSVC_MATCH_PROTOCOL_VERSION | TBSVC_MATCH_PROTOCOL_REVISION, .protocol_version = 2, .protocol_revision = 3 });
TABLE(typec, typec_device_id, { 0xff01, TYPEC_ANY_MODE }, { 0x8087, 1 });
TABLE(tee, tee_client_device_id, { SIXTEEN });
TABLE(wmi, wmi_device_id, { "ABBC0F6A-8ea1-11d1-00A0-C90629100000" }, { "97845ED0-4E6D-11DE-8A39-0800200C9A66" }, { "short" },
	{ "97845ED0-4E6D-11DE-8A39-0800200C9A6X" });
TABLE(mhi, mhi_device_id, { "IPCR" });
#if SINCE(5, 11)
TABLE(auxiliary, auxiliary_device_id, { "gizcore.eth" });
TABLE(ssam, ssam_device_id, { .match_flags = 0, .domain = 1, .category = 2 },
	{ .match_flags = SSAM_MATCH_TARGET | SSAM_MATCH_INSTANCE | SSAM_MATCH_FUNCTION, .domain = 1, .category = 2, .target = 3, .instance = 4, .function = 5 });
TABLE(dfl, dfl_device_id, { 1, 0x23 });
TABLE(ishtp, ishtp_device_id, { .guid = SIXTEEN });
TABLE(mhi_ep, mhi_device_id, { "QRTR" });
#endif
#if SINCE(6, 12)
TABLE(cdx, cdx_device_id, { 0x10ee, 0x8084, CDX_ANY_ID, 2 },
	{ CDX_ANY_ID, CDX_ANY_ID, 1, CDX_ANY_ID, .class = 0x0c0330, .class_mask = 0xffffff, .override_only = 1 });
TABLE(vchiq, vchiq_device_id, { "bcm2835-audio" });
TABLE(coreboot, coreboot_device_id, { 0x1234 });
#endif
TABLE(of, of_device_id, { .compatible = "acme,gizmo 1" }, { .compatible = "acme,g", .type = "mc" }, { .name = "giz" });
#define USB(low, high) { .match_flags = 0x3 | ((low) >= 0 ? USB_DEVICE_ID_MATCH_DEV_LO : 0) | ((high) >= 0 ? USB_DEVICE_ID_MATCH_DEV_HI : 0), \
		.idVendor = 0x45e, .idProduct = 0x2ea, .bcdDevice_lo = (low), .bcdDevice_hi = (high) }
TABLE(usb, usb_device_id, { .match_flags = 0x380, .bInterfaceClass = 0xff, .bInterfaceSubClass = 0x47, .bInterfaceProtocol = 0xd0 },
	{ .match_flags = 0x7f3, .idVendor = 1, .idProduct = 2, .bDeviceClass = 3, .bDeviceSubClass = 4, .bDeviceProtocol = 5,
		.bInterfaceClass = 6, .bInterfaceSubClass = 7, .bInterfaceProtocol = 8, .bInterfaceNumber = 9 },
	{ .driver_info = 1 }, USB(-1, -1), USB(0x100, 0x1299), USB(0x99, -1), USB(0x199, 0x4321), USB(-1, 0x1999), USB(0x9999, 0x9999),
	USB(0x95, 0x105), USB(0x9f, 0x1a3), USB(0, 0x3f), USB(0xa, 0x1b), USB(0x7, 0xc), USB(0xab, 0xfffe), USB(0x10, 0x1), USB(0x98, 0x10a));
// None of these has aliases in any kernel.
TABLE(spmi, spmi_device_id, { "x" });
TABLE(apr, apr_device_id, { "x" });

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("device tables of every kind");
