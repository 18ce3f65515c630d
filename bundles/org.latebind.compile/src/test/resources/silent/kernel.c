#include <linux/module.h>
#include <linux/list.h>

struct own {
	struct list_head list;
	spinlock_t lock;
	u32 flags;
	DECLARE_BITMAP(bits, 10);
};

struct grows {
	int x;
#ifdef CONFIG_SMP
	int cpu;
#endif
};

struct macro_member {
	KERNEL_MEMBERS
	int x;
};

static DEFINE_MUTEX(m);
static int own(int a, int b) { return a + b; }
static int any(KERNEL_PARAMETERS) { return 0; }
static int nothing(void) { return 0; }

static int kernel(struct own *o, struct grows *g, struct macro_member *m, struct page *p)
{
	/* types, members and results that a kernel gives */
	int n = o->list;
	n = p->anything;
	n = g->cpu;
	n = m->hidden;
	n = o->bits;
	o->lock = 1;
	p++;
	p += n;
	n = p[n];
	n = (union kernel)n;
	kernel_function(1, 2)->x = 3;
	/* macros drop, multiply or replace arguments */
	n = own(KERNEL_PAIR);
	n = own(KERNEL_PAIR(n));
	n = any(1, 2, 3);
	nothing(KERNEL_EMPTY);
	pr_debug("%d\n", own(1), o->absent, *n);
	kernel_macro(goto missing);
	if (n)
		goto missing;
	return KERNEL_VALUE;
}

static KERNEL_TYPE result(void) { return; }
static irqreturn_t handler(int irq) { if (irq) return IRQ_NONE; return 1; }
KERNEL_FUNCTION(name) { return 1; }

static struct own positional = { LIST_HEAD_INIT(positional.list), 1, "x" };
static int values[] = { KERNEL_ELEMENTS(1), 2 };
static const struct grows both = { 1, "two" };
static void (*callback)(struct grows) = own_undeclared;
