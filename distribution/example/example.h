/* SPDX-License-Identifier: GPL-2.0 */
#ifndef LATEBIND_EXAMPLE_H
#define LATEBIND_EXAMPLE_H

#include <linux/list.h>
#include <linux/types.h>

/* One line that was written to the device. Every reader gets all of them, oldest first. */
struct message {
	struct list_head link;
	size_t length;
	char text[];
};

/* What the two workers, one a CPU, have done so far. */
struct worker_totals {
	unsigned long rounds;
	unsigned int processors;	/* on how many processors a round was counted */
	unsigned int ticks;		/* of the timer */
	unsigned int sweeps;		/* of the work that the timer queues */
};

int workers_start(unsigned int tick_ms);
void workers_stop(void);
void workers_totals(struct worker_totals *totals);
void workers_set_loud(bool loud);

#endif
