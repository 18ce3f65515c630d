// SPDX-License-Identifier: GPL-2.0
/* One thread a processor, a timer, work that the timer queues, and the counters they share. */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/cpumask.h>
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/jump_label.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/percpu.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/version.h>
#include <linux/workqueue.h>

#include "example.h"

#define CREATE_TRACE_POINTS
#include "example_trace.h"

/* Renamed in 6.15 and 6.16. */
#ifndef timer_container_of
#define timer_container_of from_timer
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
#define timer_delete_sync del_timer_sync
#endif

static DEFINE_PER_CPU(unsigned long, rounds);
static DEFINE_STATIC_KEY_FALSE(loud_key);
static DEFINE_SPINLOCK(pair_lock);

/* Always changed together, under the lock: if they ever differ, it did not hold. */
static unsigned long left, right;

struct heartbeat {
	unsigned int interval;	/* in jiffies */
	atomic_t ticks;
	unsigned int sweeps;
	struct timer_list timer;
	struct work_struct sweep;
};

static struct heartbeat heartbeat;
static struct task_struct **threads;

static int worker(void *unused)
{
	while (!kthread_should_stop()) {
		unsigned int i;

		for (i = 0; i < 250; i++) {
			unsigned long flags;

			this_cpu_inc(rounds);
			spin_lock_irqsave(&pair_lock, flags);
			left++;
			right++;
			spin_unlock_irqrestore(&pair_lock, flags);
		}
		if (static_branch_unlikely(&loud_key))
			pr_info_once("loud from %s on processor %d\n", current->comm,
				     smp_processor_id());
		usleep_range(200, 400);
	}
	return 0;
}

static void sweep(struct work_struct *work)
{
	struct heartbeat *h = container_of(work, struct heartbeat, sweep);

	spin_lock_irq(&pair_lock);
	WARN_ON(left != right);
	h->sweeps++;
	trace_example_sweep(h->sweeps, left, current->comm);
	spin_unlock_irq(&pair_lock);
}

static void tick(struct timer_list *t)
{
	struct heartbeat *h = timer_container_of(h, t, timer);

	if (atomic_inc_return(&h->ticks) == 1)
		pr_info("first tick\n");
	schedule_work(&h->sweep);
	mod_timer(&h->timer, jiffies + h->interval);
}

static void stop_threads(void)
{
	int cpu;

	for_each_online_cpu(cpu) {
		if (threads[cpu])
			kthread_stop(threads[cpu]);
	}
	kfree(threads);
}

static int start_threads(void)
{
	int cpu;

	threads = kcalloc(nr_cpu_ids, sizeof(*threads), GFP_KERNEL);
	if (!threads)
		return -ENOMEM;
	for_each_online_cpu(cpu) {
		struct task_struct *thread = kthread_create(worker, NULL, "example/%d", cpu);

		if (IS_ERR(thread)) {
			stop_threads();
			return PTR_ERR(thread);
		}
		kthread_bind(thread, cpu);
		threads[cpu] = thread;
		wake_up_process(thread);
	}
	return 0;
}

int workers_start(unsigned int tick_ms)
{
	int error;

	if (!tick_ms)
		return -EINVAL;
	error = start_threads();
	if (error)
		return error;
	heartbeat.interval = max(1UL, msecs_to_jiffies(tick_ms));
	atomic_set(&heartbeat.ticks, 0);
	INIT_WORK(&heartbeat.sweep, sweep);
	timer_setup(&heartbeat.timer, tick, 0);
	mod_timer(&heartbeat.timer, jiffies + heartbeat.interval);
	return 0;
}

void workers_stop(void)
{
	timer_delete_sync(&heartbeat.timer);
	cancel_work_sync(&heartbeat.sweep);
	stop_threads();
	if (static_key_enabled(&loud_key))
		static_branch_disable(&loud_key);
}

void workers_set_loud(bool loud)
{
	if (loud)
		static_branch_enable(&loud_key);
	else
		static_branch_disable(&loud_key);
}

void workers_totals(struct worker_totals *totals)
{
	int cpu;

	memset(totals, 0, sizeof(*totals));
	for_each_possible_cpu(cpu) {
		unsigned long own = per_cpu(rounds, cpu);

		totals->rounds += own;
		if (own)
			totals->processors++;
	}
	totals->ticks = atomic_read(&heartbeat.ticks);
	totals->sweeps = READ_ONCE(heartbeat.sweeps);
}
