// cleanup of what a for statement declares runs when the loop is left; aliases keep their targets
typedef struct { int lock; } class_t;
static inline void dtor(class_t *c) { }
int f(int n) {
  for (class_t scope __attribute__((cleanup(dtor))) = { n }, *done = ((void *)0); !done; done = (void *)1) { if (n) return 1; break; }
  switch (n) { case 1: ; int x = 3; return x; default: int y = 4; return y; }
}
static int real(void) { return 1; }
int init_module(void) __attribute__((copy(real), alias("real")));
static const int tbl[] = { 1, 2 };
extern const int devtbl[2] __attribute__((unused, alias("tbl")));
