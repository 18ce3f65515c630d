static int f(int n)
{
	break;
	continue;
	case 1:
	default:
	switch (n) {
	case 1:
	case 2 ... 4:
	case 3:
		continue;
	default:
	default:
		break;
	}
	goto nowhere;
here:
here:
	return n;
}

struct s { int x; };

static void g(struct s s)
{
	switch (s) {
	}
	while (s)
		break;
	list_for_each(a, b) {
		f(1, 2);
	}
}
