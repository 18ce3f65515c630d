/* Macros that are pieces of syntax: a statement's prefix, braces, an initializer's declaration. */
#define IF_DEBUG if (n > 3)
#define BEGIN {
#define END }
static int n, a[4];
struct st { int hits; } s, *ps;
int prefixes(int x)
{
	IF_DEBUG n++;
	IF_DEBUG ++n;
	IF_DEBUG a[1] |= 4;
	IF_DEBUG ps->hits++;
	IF_DEBUG s.hits = 2;
	IF_DEBUG n += 2;
	IF_DEBUG n++; else n--;
	if (x)
		IF_DEBUG ps->hits--;
	if_quiet n = 3;
	if_quiet foo(x)->hits = 1;
	for_each(x) ++n;
	for_each(x) --*x;
	return n;
}
int bitmaps(void)
{
	DECLARE_BITMAP(b, 70) = { 0 };
	static DECLARE_BITMAP(c, 70) = { [0] = 1 };
	return b[0] + c[0];
}
static int pick(int n) BEGIN return n + 1; END
static int old(a) int a; { return a; }
static int older(a, b) u32 a; struct st *b; { return a; }
static int oldest(g, a)
	int (*g)(int);
	u32 a;
{
	return g(a);
}
