call=/proc/acpi/call
load() { insmod /modules/acpi_call.ko; }
answer() { echo "$1" > $call; tr -d '\000' < $call; }
idle() { test "$(tr -d '\000' < $call)" = "not called"; }
number() { case "$(answer '\_SB.PCI0._UID')" in 0x*) true ;; *) tr -d '\000' < $call; false ;; esac; }
unknown() { answer '\_SB.NONE.SUCH' | grep -q 'Error: AE_NOT_FOUND'; }
step "loads" load
step "has not been called" idle
step "a method answers with a number" number
step "an unknown method is an error" unknown
says "\_SB.PCI0._UID is $(answer '\_SB.PCI0._UID'), \_SB.PCI0._HID is $(answer '\_SB.PCI0._HID')"
step "unloads" rmmod acpi_call
step "is gone" gone acpi_call
step "loads again" load
step "answers again" number
step "unloads again" rmmod acpi_call
