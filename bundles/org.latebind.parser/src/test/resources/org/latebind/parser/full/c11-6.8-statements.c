void f(int x)
{
	__label__ l1, l2;
	if (x) if (y) a(); else b();
	switch (x) { case 1: case 2 ... 3: default: c(); out: }
	while (x) do x--; while (x > 1);
	for (;;) break;
	for (int i = 0; i < 3; i++) continue;
	goto *&&l1;
	l1: __attribute__((unused)); l2: int d = 1;
	__attribute__((fallthrough));
	return;
}
