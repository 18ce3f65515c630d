static int f(void) { return 1; }
static int f(void) { return 2; }
int v = 1;
int v = 2;
long v;
struct s { int a; };
struct s { int a; int b; };
struct t { int a; int a; };
static int g(int a, int a) { return a; }

static int h(void)
{
	int x;
	long x;

	return 0;
}
