foo_t x;
void f(bar_t *p, int y) { baz_t z; else; }
static static int a;
int b = 1 2;
int c[3;
}
int (d;
void g(int a; int b) { }
asm("x" : : );
int v = __builtin_convertvector(x, int);
