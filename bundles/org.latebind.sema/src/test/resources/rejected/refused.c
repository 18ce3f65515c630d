_Complex double z;
typedef int vector __attribute__((vector_size(16)));
_Atomic int counter;
int f(int n) {
  int nested(int x) { return x; }
  struct { int a[n]; } s;
  __builtin_longjmp(0, 1);
  __builtin_no_such_thing(1);
  return __builtin_va_start;
}
int g(int x) { __builtin_va_list ap; __builtin_va_start(ap, x); return 0; }
int odd __attribute__((odd_attribute, aligned(3), mode(XX)));
