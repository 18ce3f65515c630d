node=/dev/vpoll
load() { insmod /modules/vpoll.ko; }
# VPOLL_IO_ADDEVENTS and VPOLL_IO_DELEVENTS are _IO('^', 1) and _IO('^', 2); POLLIN is 1
synthesises() {
	perl -e '
		open(F, "+<", "/dev/vpoll") or die "open: $!";
		vec($set = "", fileno(F), 1) = 1;
		select($now = $set, undef, undef, 0.2) == 0 or die "ready too early";
		ioctl(F, 0x5e01, 1) == 1 or die "add: $!";
		select($now = $set, undef, undef, 2) == 1 or die "not ready";
		defined(ioctl(F, 0x5e02, 1)) or die "remove: $!";
		select($now = $set, undef, undef, 0.2) == 0 or die "still ready";
	'
}
# A sleeper is woken by another process that shares the open file.
wakes() {
	perl -e '
		open(F, "+<", "/dev/vpoll") or die "open: $!";
		vec($set = "", fileno(F), 1) = 1;
		if (!fork) { select(undef, undef, undef, 0.5); ioctl(F, 0x5e01, 1); exit }
		select($now = $set, undef, undef, 5) == 1 or die "never woken";
	'
}
refuses() { ! perl -e 'open(F, "+<", "/dev/vpoll") or exit 0; exit(defined(ioctl(F, 0x5e09, 1)) ? 0 : 1)'; }
step "loads" load
step "device node is there" test -c $node
step "makes events and takes them back" synthesises
step "wakes who waits" wakes
step "refuses an unknown request" refuses
says "major $(sed -n 's/ vpoll$//p' /proc/devices | tr -d ' ')"
step "unloads" rmmod vpoll
step "is gone" gone vpoll
step "node is gone" test ! -e $node
step "loads again" load
step "works again" synthesises
step "unloads again" rmmod vpoll
