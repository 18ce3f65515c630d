pci=/sys/bus/pci/drivers/igb_uio
# The network card that QEMU calls e1000: an Intel 82540EM.
card=$(for device in /sys/bus/pci/devices/*; do
	[ "$(cat $device/vendor)$(cat $device/device)" = 0x80860x100e ] && basename $device
done)
load() { insmod /modules/igb_uio.ko; }
binds() {
	[ -e $pci/$card ] || echo 8086 100e > $pci/new_id
	[ -e $pci/$card ] && [ -c /dev/uio0 ]
}
opens() { perl -e 'open(F, "+<", "/dev/uio0") or die "open: $!"'; }
unbinds() {
	echo $card > $pci/unbind
	[ ! -e /dev/uio0 ]
}
step "what it needs loads" insmod /modules/uio.ko
step "loads" load
step "binds to a network card" binds
step "its device is named" grep -q igb_uio /sys/class/uio/uio0/name
step "its device opens" opens
says "$card is uio0 with $(ls /sys/class/uio/uio0/maps | wc -l) map, $(ls /sys/class/uio/uio0/portio 2>/dev/null | wc -l) port range"
step "unbinds" unbinds
step "unloads" rmmod igb_uio
step "is gone" gone igb_uio
step "loads again" load
step "binds again" binds
step "unloads again" rmmod igb_uio
