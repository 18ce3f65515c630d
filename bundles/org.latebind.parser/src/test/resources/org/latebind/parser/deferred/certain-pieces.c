/* What no macro can make right stays an error. */
int f(int m, int x)
{
	m x++;
	x y = 3 4;
	return 1 }
