# The words that module scripts are written in.
#   step TEXT COMMAND...   one thing that must succeed
#   says TEXT              something worth showing
step() {
	text=$1
	shift
	if "$@" > /tmp/out 2>&1; then
		echo "@@ ok $MODULE $text"
	else
		echo "@@ failed $MODULE $text: $(tail -n 3 /tmp/out | tr '\n' ' ')"
	fi
}
says() {
	echo "@@ says $MODULE $*"
}
# until COMMAND...: tries for ten seconds
until_true() {
	for i in $(seq 100); do
		"$@" && return 0
		usleep 100000
	done
	return 1
}
gone() {
	! grep -q "^$1 " /proc/modules
}
# self_test OUTCOME PATTERN: a module that tests the kernel while it is loaded; some refuse to stay once they passed
loads() { insmod /modules/$MODULE.ko && rmmod $MODULE; }
refuses() { ! insmod /modules/$MODULE.ko; }
said() { dmesg | sed "1,/latebind: $MODULE begins/d" | grep -o "$1" | tail -n 1; }
self_test() {
	echo "latebind: $MODULE begins" > /dev/kmsg
	step "$1" $1
	if [ "$2" != - ]; then
		step "passes" test -n "$(said "$2")"
		says "$(said "$2")"
	fi
}
. /guest/$MODULE.sh
