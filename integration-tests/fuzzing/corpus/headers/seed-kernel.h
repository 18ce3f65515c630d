/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _LINUX_MODULE_H
#define _LINUX_MODULE_H
#include <linux/kconfig.h>
#define __packed __attribute__((__packed__))
#define __aligned(x) __attribute__((__aligned__(x)))
#define typeof_member(T, m) typeof(((T *)0)->m)
#define offsetof(T, m) __builtin_offsetof(T, m)
#define container_of(ptr, type, member) ({ void *__p = (void *)(ptr); \
	_Static_assert(__builtin_types_compatible_p(typeof(*(ptr)), typeof(((type *)0)->member)), "mismatch"); \
	((type *)(__p - offsetof(type, member))); })
#define __CONCAT(a, b) a ## b
#define CONCAT(a, b) __CONCAT(a, b)
#define STR(x) #x
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define LIST(X) X(one, 1) X(two, 2)
#define ENUM(name, value) CONCAT(STATE_, name) = value,
enum state { LIST(ENUM) IDLE, BUSY = 1 << 3, FAR = 0x100000000ULL };
#undef ENUM
typedef unsigned char u8; typedef unsigned long size_t; typedef _Bool bool;
typedef struct { int counter; } atomic_t;
struct list_head { struct list_head *next, *prev; };
struct task {
	int pid; char comm[16]; struct task *parent; unsigned flag : 3, : 0, more : 30; u8 tail : 1;
	union { long a; struct { u8 x; short y; } __packed; };
	enum state state; void (*call)(struct task *, int [const 4]); struct list_head list __aligned(64);
	long flexible[];
} __packed __aligned(8);
struct module { int state; char name[56]; int (*init)(void); };
extern int _printk(const char *format, ...) __attribute__((format(printf, 1, 2)));
#define printk(fmt, ...) ({ static const char *f __attribute__((section(".p"))) = fmt; _printk(f, ##__VA_ARGS__); })
#define PRIORITY(task) ((task)->pid + 1)
#define module_init(f) int init_module(void) __attribute__((alias(STR(f))));
#if defined(CONFIG_64BIT) && (__GNUC__ * 100 + __GNUC_MINOR__ > 405 || 'a' == 97)
static inline __attribute__((always_inline)) int task_pid(struct task *t)
{
	int r = ({ typeof(t->pid) v = t->pid; switch (v) { case 0 ... 3: v++; break; default: goto out; } v; });
	asm volatile("1: incl %0\n" : "+m" (t->pid) : "i" (3), "r" (r) : "memory", "cc");
	for (int i = 0; i < (int)ARRAY_SIZE(t->comm); i++)
		r += t->comm[i] ?: __builtin_constant_p(i) ? 1.5e3 : 'x';
out:
	return r + _Generic(r, int: 1, default: 2) + (struct list_head){ .next = 0 }.next == 0;
}
#elif __has_attribute(x)
#error "no"
#else
# pragma pack(push, 1)
#include_next <linux/module.h>
#endif
#endif
