#include <linux/module.h>
#define NAME "x"
#if A
#include <a.h>
static int a;
#elif B
#else
static long a;
#endif
#ifdef C
static int f(int x)
#else
static int f(void)
#endif
{
	return 0;
}
struct ops o = {
	.a = 1,
#ifdef D
	.b = 2,
#endif
};
int g(void)
{
	if (x)
#ifdef E
		a();
#else
		b();
#endif
	c(1,
#ifdef F
	  2,
#endif
	  3);
	return 0;
}
int h(void)
{
	switch (x) {
#ifdef G
	case 1:
#endif
	case 2:
#pragma unroll
		return 1;
	}
#if H
	return 3;
#endif
}
#ifdef __cplusplus
extern "C" {
#endif
#if 0
what is this }
#endif
module_init(g)
#ifdef I
module_exit(h)
#endif
