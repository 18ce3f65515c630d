MODULE_LICENSE("GPL");
static DEFINE_MUTEX(lock);
static DEFINE_PER_CPU(int, n) = 3;
static const struct usb_device_id ids[] __initconst = { { USB_DEVICE(1, 2) }, { .x = FOO(1) }, USB_DEVICE(3,4), {} };
static int __init probe(foo_t *p, u8 __user *buf, struct bar_t x, size_t n)
{
	foo_t *q = (foo_t *)p, *r;
	kuid_t u;
	struct list_head *pos __maybe_unused;
	DECLARE_COMPLETION_ONSTACK(done);
	list_for_each_entry(q, &p->list, node) {
		pr_info("x %d" FMT "\n", (int)n);
	}
	list_for_each(pos, &head)
		foo(pos);
	a * b;
	x = (foo)(y);
	x = (u32)(y);
	x = (PAGE_SIZE) - 1;
	x = (acpi_string) y + min_t(int, a, b) + sizeof(foo_t) + sizeof(u) + sizeof(struct x) + container_of(p, struct foo, m)->z;
	printk(KERN_INFO NAME ": hi\n");
	printk(KERN_INFO "hi\n" __stringify(X));
	wait_event_interruptible(wq, ({ int z = 1; z; }));
	scoped_guard(mutex, &m) return 0;
#ifdef A
	if (x) y();
#else
	switch (x) {
	case 1:
#ifdef B
	case 2:
#endif
		break;
	}
#endif
	static_key_x(&k);
	if (x)
		MACRO_NO_SEMI(x)
	else
		bar();
	asm volatile("nop" : "=r"(x) : ASM_IN(y) "r"(z) : "memory");
	return x;
out:
#if X
	y = 1;
#endif
	return (struct foo __rcu *)x ?: -EINVAL;
}
typedef struct { int a; DECLARE_BITMAP(b, 4); u8 c[4] __aligned(4); struct rcu_head rcu __x; } __packed foo_s;
struct foo { int a; 
#ifdef X
  long b;
#endif
  struct foo *__rcu next; unsigned x:3, y:FOO; 
} ____cacheline_aligned;
enum e { A, B = 3, ENTRY(C), 
#ifdef D
D,
#endif
};
int (*fp)(foo_t, char *__buf);
foo_t (*fp2)(int) = NULL;
static noinline foo_t __must_check bar(void) __acquires(x);
asmlinkage long sys_foo(int x);
SYSCALL_DEFINE1(foo, int, x) { return x; }
module_init(probe)
module_exit(x);
EXPORT_SYMBOL_GPL(probe);
static struct attribute *attrs[] = { &dev_attr_x.attr, 
#if X
 &y.attr,
#endif
NULL };
ATTRIBUTE_GROUPS(foo);
_Static_assert(sizeof(struct foo) == 4, "x");
static __initdata DEFINE_SPINLOCK(l2);
static int x = 3, *y __read_mostly = &x;
__printf(1, 2)
static void pr(const char *f, ...) { va_list ap; va_start(ap, f); x = va_arg(ap, foo_t *); }
static int debug; module_param(debug, int, 0644); MODULE_PARM_DESC(debug, "x");
