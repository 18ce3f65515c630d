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
. /guest/$MODULE.sh
