#include <linux/module.h>

struct own { int x; struct { int deep; }; };
union other { int a; long b; };

static int assigns(struct own *own)
{
	int n = *own;
	union other u;

	u = *own;
	n = own->y;
	n = own->dep;
	own.x = 1;
	return n;
}

static void operands(struct own a, struct own b, int n, char *p, char *q)
{
	a + n;
	-a;
	!a;
	n->x = 1;
	*n = 1;
	n[n] = 1;
	p + q;
	p * 2;
	n(1);
	if (a)
		n = 2;
}

static struct own designated = { .x = 1, .z = 2 };
