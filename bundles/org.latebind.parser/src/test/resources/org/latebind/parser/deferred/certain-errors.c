static int x = ;
int f(int a)
{
	int b = a
	b = 3;
	a = b +;
	UNKNOWN_MACRO b
	return 0
}
int g(void) { return FOO }
int h(int q) { q = q q; foo(q) bar(q); }
#ifdef NEVER
int what = ;
#endif
int i(void) { if (1) else return 2; }
int j(void) { return (1; }
int ok(void) { return 5; }
int k(void) { return 5;
