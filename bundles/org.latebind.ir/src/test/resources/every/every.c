// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#pragma pack(push, 1)
#define LOCAL(x) ((x) + 1)
;
static_assert_like(x);
_Static_assert(sizeof(int) == 4, "message");
asm(".globl x");
MODULE_LICENSE("GPL");

struct tagged {
	int a, b : 3;
	unsigned : 0;
	struct { long inner; };
	DECLARE_BITMAP(bits, 64);
	_Static_assert(1, "members");
#pragma pack(4)
#ifdef CONFIG_SMP
	int cpu;
#elif X > 2
	int none;
#else
	int other;
#endif
} __attribute__((packed, aligned(8)));

union either { int i; float f; };

enum state {
	IDLE,
	BUSY __attribute__((unused)) = 'b',
	MORE_STATES(x)
#if defined(A)
	LAST,
#endif
};
enum fixed : unsigned char { ONE = 1 };

typedef _Bool flag;
typedef __builtin_va_list list_of_arguments;
extern const volatile int *restrict_less;
static __auto_type guessed = 3;
static __typeof__(restrict_less) like_it;
static typeof_unqual_like like;
static __typeof__(struct tagged *) like_type;
static _Atomic(int) counted;
static _Atomic int also_counted;
static _Thread_local int own;
static typeof_member(struct tagged, a) member_like;
_Alignas(16) static int aligned_to_number;
_Alignas(struct tagged) static int aligned_to_type;
static int __seg_gs *segment;
static int __percpu *percpu;
static int (__attribute__((unused)) *attributed)(void);
static int vector __attribute__((vector_size(16)));
register int stack asm("rsp");
implicit(void);
inline int inlined(int);
_Noreturn void dead(void);

static int numbers[] = { 1, [2] = 0x3u, [4 ... 6] = 1.5f, COMMA_SEPARATED(1, 2),
#ifdef B
	9,
#endif
};
static struct tagged value = { .a = 1, .inner = { 2 }, b: 3 };

#if COND
static int conditional;
#else
static int otherwise;
#endif

static void arrays(int n, int fixed[static const 3], int star[*], char *restrict p, ...);

int every(int n, char *s, int (*f)(int, char *), ...)
{
	__label__ local;
	__builtin_va_list ap;
	int i = 0, *p = &i;
	auto int automatic;
	unsigned long long large = 1ull;
	char text[] = "one" " two";
	void *where = &&local;
	_Static_assert(1);

	;
	__attribute__((fallthrough));
	if (n > 1 && s)
		i++;
	else if (!n || ~i)
		--i;
	else
		++i, i--;
	switch (n) {
	case 1:
		break;
	case 2 ... 5:
		n <<= 2;
		break;
	case LOCAL(7):
	default:
		n = -n;
	}
	while (n < 3)
		n += 1;
	do
		n = n * 2 / 3 % 4 - +1;
	while (n >= 2);
	for (i = 0; i <= 9; i++)
		continue;
	for (int j = 0;;)
		break;
	list_for_each_entry(p, head, list)
		i += p->member;
	SOME_STATEMENT(n) {
		i = 1;
	}
	goto local;
	goto *where;
local:	__attribute__((unused))
	i = n ? 1 : n ?: 2;
	i = (n == 1) | (n != 2) ^ n & 3 >> 1 << 2;
	i = f(n, s) + s[1] + value.a + p[0];
	i = sizeof n + sizeof(int) + _Alignof(int) + __alignof__ n + __alignof__(long) + _Alignof n;
	i = _Generic(n, int: 1, default: 2);
	i = ({ int x = n; x; });
	i = __builtin_offsetof(struct tagged, a) + __builtin_types_compatible_p(int, long);
	i = __builtin_va_arg(ap, int);
	i = __builtin_choose_expr(1, n, s);
	i = __builtin_has_attribute(n, unused) + __builtin_has_attribute(int, packed);
	i = (long)n + (struct tagged){ .a = 1 }.a;
	i = __real__ n + __imag__ n;
	printk(KERN_INFO "every %d\n", n);
	i = container_of(p, struct tagged, a)->b;
	asm volatile("nop");
	asm volatile goto("jmp %l[local]" : : [n] "r" (n) : "cc", "memory" : local);
	asm("add %1, %0" : "+r" (i) : "r" (n));
	asm inline ("nop" :);
#ifdef CONFIG_X
	i = 4;
#else
	i = 5;
#endif
	asm_macro(x);
	return;
	return i;
}

#if BROKEN
int cut(
#else
int cut(void,
#endif
	int a);
static enum state now = (enum state)BUSY;
static const char *caf = "caf\351";
#error unfinished
