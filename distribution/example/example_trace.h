/* SPDX-License-Identifier: GPL-2.0 */
/* The module's own trace event: /sys/kernel/tracing/events/latebind_example. */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM latebind_example

#if !defined(EXAMPLE_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define EXAMPLE_TRACE_H

#include <linux/tracepoint.h>

TRACE_EVENT(example_sweep,
	TP_PROTO(unsigned int sweeps, unsigned long rounds, const char *who),
	TP_ARGS(sweeps, rounds, who),
	TP_STRUCT__entry(
		__field(unsigned int, sweeps)
		__field(unsigned long, rounds)
		__array(char, who, 16)
	),
	TP_fast_assign(
		__entry->sweeps = sweeps;
		__entry->rounds = rounds;
		strscpy(__entry->who, who, sizeof(__entry->who));
	),
	TP_printk("sweeps=%u rounds=%lu after %s by %s", __entry->sweeps, __entry->rounds,
		  __print_symbolic(__entry->sweeps & 1, { 0, "even" }, { 1, "odd" }), __entry->who)
);

#endif

#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE example_trace
#include <trace/define_trace.h>
