int a = ;
int f(int x)
{
	int y = x
	y = 1;
	if (x {
		y = 2;
	}
	x = (1;
	y = x + ;
	for (x = 0; x < 3) { }
	return 0
}
int good(void) { return 1; }
struct s { int a; }
int h(void) { return 1; }
