int *a[3], (*b)[3], *(*c(void))[2], f(), g(void), h(int, char *x, ...), (*(*i)(int))(char);
int v(int n, int a[static const n], int b[*], int (*cb)(int), int (int));
void old(x, y) int x; char *y; { }
int *const volatile p;
