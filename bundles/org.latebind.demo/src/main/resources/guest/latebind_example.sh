node=/dev/latebind_example
proc=/proc/latebind_example
params=/sys/module/latebind_example/parameters

load() { insmod /modules/latebind_example.ko greeting=servus tick_ms=10 limit=3; }
value() { sed -n "s/^$1: //p" $proc; }
first_line() { test "$(head -n 1 $node)" = "$1"; }
above() { test "$(value $1)" -gt "$2"; }
writes() { echo "first" > $node; echo "second" > $node; }
reads_back() { test "$(cat $node | tr '\n' ' ')" = "servus first second "; }
keeps_three() { for i in 1 2 3 4 5; do echo $i > $node; done; test "$(tail -n 3 $node | tr '\n' ' ')" = "3 4 5 "; test "$(value messages)" = 3; }
shows_parameter() { test "$(cat $params/tick_ms)" = 10 && test "$(stat -c %a $params/tick_ms)" = 444; }
sets_parameter() { echo -n hello > $params/greeting && first_line hello; }
reader_is() { cat $proc | grep -q "^reader: cat "; }
both_busy() { test "$(value processors)" = 2; }
goes_on() { before=$(value rounds); until_true above rounds $before; }
loud() { echo loud > $node; until_true sh -c 'dmesg | grep -q "loud from example/"'; }
refuses_long() { ! dd if=/dev/zero of=$node bs=8192 count=1 2> /dev/null; }
unwinds() {
	pid=$(ps | sed -n 's/^ *\([0-9]*\) .*\[example\/0\]$/\1/p')
	until_true sh -c "grep -q 'worker+0x.*latebind_example' /proc/$pid/stack && grep -q 'kthread+0x' /proc/$pid/stack"
}
traceable() { grep -q '^example_read \[latebind_example\]' /sys/kernel/tracing/available_filter_functions; }
tracing=/sys/kernel/tracing
event=$tracing/events/latebind_example/example_sweep
# Only the module's own event: to record command names the kernel patches its scheduler, which QEMU's emulation does not take.
has_event() { grep -q 'field:char who\[16\];' $event/format && echo 0 > $tracing/options/record-cmd; }
traces() {
	echo 1 > $event/enable
	until_true grep -q 'example_sweep: sweeps=[0-9]*[13579] rounds=[0-9]* after odd by kworker' $tracing/trace
}
no_longer_traces() { echo 0 > $event/enable && echo > $tracing/trace && usleep 200000 && ! grep -q example_sweep: $tracing/trace; }
refuses_bad() { ! insmod /modules/latebind_example.ko tick_ms=0; }

step "loads" load
step "device node is there" test -c $node
step "reads the greeting" first_line servus
step "takes lines" writes
step "gives them back" reads_back
step "keeps the newest three" keeps_three
step "refuses what is too long" refuses_long
step "parameters show in sysfs" shows_parameter
step "a parameter can be set" sets_parameter
step "proc file knows its reader" reader_is
step "timer ticks" until_true above ticks 20
step "queued work runs" until_true above sweeps 10
step "threads on both processors" until_true both_busy
step "threads go on" goes_on
step "static key switches" loud
step "functions can be traced" traceable
step "its trace event is there" has_event
step "its trace event is recorded" traces
step "until it is switched off" no_longer_traces
step "backtraces pass through it" unwinds
says "$(grep '^comm at' $proc), $(grep '^timers' $proc), $(grep '^age' $proc), $(grep '^in_execve' $proc)"
step "unloads" rmmod latebind_example
step "is gone" gone latebind_example
step "node is gone" test ! -e $node
step "refuses a bad parameter" refuses_bad
step "loads again" load
step "works again" until_true above ticks 5
step "unloads again" rmmod latebind_example
