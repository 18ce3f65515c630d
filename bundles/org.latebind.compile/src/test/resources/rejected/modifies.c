static const int limit = 4;
static const struct { int x; } fixed = { 1 };
enum { ONE };

static void assigns(const int *p)
{
	limit = 5;
	limit++;
	fixed.x = 2;
	*p = 1;
	ONE = 2;
	assigns = 0;
	1 = 2;
}
