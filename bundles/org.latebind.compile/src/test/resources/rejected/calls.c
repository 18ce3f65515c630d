static int two(int a, int b) { return a + b; }
static void none(void) { }
static int more(const char *format, ...) { return 0; }

static int calls(void)
{
	int n = none();

	two(1);
	two(1, 2, 3);
	two(n, kernel_value(n), 3);
	none(n);
	more();
	return 1;
}

static void returns(void) { return 1; }
static int lacks(void) { return; }
