/* SPDX-License-Identifier: GPL-2.0 */
/* One trace event. The kernel's headers include this file again and again, each time with other macros. */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM latebind_example

#if !defined(LATEBIND_EXAMPLE_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define LATEBIND_EXAMPLE_TRACE_H

#include <linux/tracepoint.h>

TRACE_DEFINE_ENUM(SWEEP_EVEN);
TRACE_DEFINE_ENUM(SWEEP_ODD);

TRACE_EVENT(example_sweep,
	TP_PROTO(unsigned int sweeps, unsigned long rounds),
	TP_ARGS(sweeps, rounds),
	TP_STRUCT__entry(
		__field(unsigned int, sweeps)
		__field(int, kind)
		__field(unsigned long, rounds)
	),
	TP_fast_assign(
		__entry->sweeps = sweeps;
		__entry->kind = sweeps & 1 ? SWEEP_ODD : SWEEP_EVEN;
		__entry->rounds = rounds;
	),
	TP_printk("sweeps=%u kind=%s rounds=%lu", __entry->sweeps,
		  __print_symbolic(__entry->kind, { SWEEP_EVEN, "even" }, { SWEEP_ODD, "odd" }),
		  __entry->rounds)
);

#endif

#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE trace
#include <trace/define_trace.h>
