#include <linux/version.h>
static int len;
static int x;

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 0, 0)
static int f(int a) { return a; }
struct s { int a; };
#else
static int f(int a, int b) { return a; }
struct s { int b; };
#endif

#ifdef OLD
typedef int handle;
#endif
#ifndef OLD
typedef struct { int x; } handle;
#endif

static int uses(struct s *s, handle h)
{
	return f(1) + f(1, 2) + s->a + s->b + h.x + h;
}

static int branches(int n)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 0, 0)
	struct { int y; } len;
	int twice;
#else
	struct { int z; } *len;
	long twice;
	goto out;
#endif
	switch (n) {
#ifdef A
	case 1:
		break;
#else
	case 1:
		return 2;
#endif
	}
#if 0
	own(1, 2, *n, n->x);
#endif
	len.y = 1;
	len->z = 2;
	len();
	twice->x = 1;
#ifdef B
out:
#else
out:
#endif
	return n;
}

static int blocks(int n)
{
	if (n) {
		DECLARE_THING(x);
		x.y = 1;
		DECLARE_SILENT(len)
		len->y = 2;
	}
	KERNEL_LOOP(x, n) {
		x->y = 3;
		case_macro(1) { break; }
		continue;
	}
	KERNEL_SWITCH(n) {
	case 1:
		break;
	}
	return 0;
}
