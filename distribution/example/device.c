// SPDX-License-Identifier: GPL-2.0
/*
 * An example of what drivers touch: a character device that keeps what is written to it, a proc
 * file that reports, and (in workers.c) threads, a timer, deferred work and per-CPU counters.
 */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/version.h>

#include "example.h"

static unsigned int tick_ms = 20;
module_param(tick_ms, uint, 0444);
MODULE_PARM_DESC(tick_ms, "milliseconds between two ticks of the timer");

static char *greeting = "hello";
module_param(greeting, charp, 0644);
MODULE_PARM_DESC(greeting, "first line of every read");

static unsigned int limit = 16;
module_param(limit, uint, 0644);
MODULE_PARM_DESC(limit, "messages to keep");

struct store {
	struct mutex lock;
	struct list_head messages;
	unsigned int count;
	struct miscdevice device;
};

static struct store store;

/* Misc hands us its own device in private_data; what we want stands around it. */
static struct store *store_of(struct file *file)
{
	return container_of(file->private_data, struct store, device);
}

static void drop_oldest(struct store *s)
{
	struct message *oldest = list_first_entry(&s->messages, struct message, link);

	list_del(&oldest->link);
	kfree(oldest);
	s->count--;
}

static ssize_t example_write(struct file *file, const char __user *from, size_t length, loff_t *at)
{
	struct store *s = store_of(file);
	struct message *message;

	if (!length || length > PAGE_SIZE)
		return -EINVAL;
	message = kmalloc(sizeof(*message) + length, GFP_KERNEL);
	if (!message)
		return -ENOMEM;
	if (copy_from_user(message->text, from, length)) {
		kfree(message);
		return -EFAULT;
	}
	message->length = length;

	mutex_lock(&s->lock);
	list_add_tail(&message->link, &s->messages);
	s->count++;
	while (s->count > limit)
		drop_oldest(s);
	mutex_unlock(&s->lock);

	if (length >= 4 && !memcmp(message->text, "loud", 4))
		workers_set_loud(true);
	pr_debug("%zu bytes from %s\n", length, current->comm);
	return length;
}

/* Renders the whole store, then hands out the part that was asked for. */
static ssize_t example_read(struct file *file, char __user *to, size_t length, loff_t *at)
{
	struct store *s = store_of(file);
	struct message *message;
	size_t size, used;
	ssize_t result;
	char *text;

	mutex_lock(&s->lock);
	size = strlen(greeting) + 2;
	list_for_each_entry(message, &s->messages, link)
		size += message->length;
	text = kzalloc(size, GFP_KERNEL);
	if (!text) {
		mutex_unlock(&s->lock);
		return -ENOMEM;
	}
	used = scnprintf(text, size, "%s\n", greeting);
	list_for_each_entry(message, &s->messages, link) {
		memcpy(text + used, message->text, message->length);
		used += message->length;
	}
	mutex_unlock(&s->lock);

	if (*at < 0 || *at >= used) {
		result = 0;
	} else {
		result = min_t(size_t, length, used - *at);
		if (copy_to_user(to, text + *at, result))
			result = -EFAULT;
		else
			*at += result;
	}
	kfree(text);
	return result;
}

static int example_open(struct inode *inode, struct file *file)
{
	pr_debug("opened by %s\n", current->comm);
	return 0;
}

static const struct file_operations example_fops = {
	.owner = THIS_MODULE,
	.open = example_open,
	.read = example_read,
	.write = example_write,
	.llseek = default_llseek,
};

static int example_show(struct seq_file *m, void *unused)
{
	struct worker_totals totals;

	workers_totals(&totals);
	seq_printf(m, "reader: %s %d\n", current->comm, task_pid_nr(current));
	/* bit-fields of the kernel's: who reads a file is not in an exec, nor asleep on a disk */
	seq_printf(m, "in_execve: %u in_iowait: %u\n", current->in_execve, current->in_iowait);
	seq_printf(m, "messages: %u\n", READ_ONCE(store.count));
	seq_printf(m, "rounds: %lu\n", totals.rounds);
	seq_printf(m, "processors: %u\n", totals.processors);
	seq_printf(m, "ticks: %u\n", totals.ticks);
	seq_printf(m, "sweeps: %u\n", totals.sweeps);
	seq_printf(m, "comm at: %zu\n", offsetof(struct task_struct, comm));
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	seq_puts(m, "age: 6.12 or later\n");
#else
	seq_puts(m, "age: before 6.12\n");
#endif
#ifdef timer_container_of
	seq_puts(m, "timers: timer_container_of\n");
#else
	seq_puts(m, "timers: from_timer\n");
#endif
	return 0;
}

static int __init example_init(void)
{
	int error;

	mutex_init(&store.lock);
	INIT_LIST_HEAD(&store.messages);
	store.device.minor = MISC_DYNAMIC_MINOR;
	store.device.name = "latebind_example";
	store.device.fops = &example_fops;
	store.device.mode = 0600;

	error = workers_start(tick_ms);
	if (error)
		return error;
	if (!proc_create_single("latebind_example", 0444, NULL, example_show)) {
		error = -ENOMEM;
		goto stop_workers;
	}
	error = misc_register(&store.device);
	if (error)
		goto remove_proc;
	pr_info("loaded by %s, ticks every %u ms\n", current->comm, tick_ms);
	return 0;

remove_proc:
	remove_proc_entry("latebind_example", NULL);
stop_workers:
	workers_stop();
	pr_err("not loaded: %d\n", error);
	return error;
}

static void __exit example_exit(void)
{
	misc_deregister(&store.device);
	remove_proc_entry("latebind_example", NULL);
	workers_stop();
	while (!list_empty(&store.messages))
		drop_oldest(&store);
	pr_info("unloaded\n");
}

module_init(example_init);
module_exit(example_exit);

MODULE_AUTHOR("The Latebind authors");
MODULE_DESCRIPTION("What drivers touch, in one small module");
MODULE_LICENSE("GPL");
