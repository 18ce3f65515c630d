/* the module's own macros are not expanded, so nothing that they may touch is judged */
#define get(p) ((p)->x)
#define member u.m
#define PAIR 1, 2
#define BOTH int both_a; int both_b
#define UNSIGNED unsigned long *
#define LEAVE gone: return 0
#define f2(a) f3(a, 1)

struct s { union { int m; } u; BOTH; };
static int f3(int a, int b) { return a + b; }
static int f2(int a, int b) { return a + b; }

static int uses(struct s *s)
{
	int get = 1;
	int UNSIGNED q = 0;
	int ok = get(s) + s->member + s->both_a;

	*q = f3(PAIR) + f2(1);
	if (ok)
		goto gone;
	LEAVE;
}
#undef undone
static int undone(int a) { return undone(1, 2); }
