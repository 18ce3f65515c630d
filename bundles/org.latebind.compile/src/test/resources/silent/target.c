/* what hangs on sizes, the dialect or the sign of char */
static int f(int n)
{
	switch (n) {
	case sizeof(long):
	case 8:
		return 1;
	case '\xff':
	case 255:
		return 2;
	}
	return 0;
}
extern int a[sizeof(long)];
int a[8];
int implied() { return f2(); }
