int f(int a, long *p, const char *s, ...) {
  __builtin_va_list ap, copy;
  __builtin_va_start(ap, s);
  __builtin_va_copy(copy, ap);
  a += __builtin_va_arg(ap, int);
  __builtin_va_end(ap);
  if (__builtin_expect(!!(a > 1), 0)) __builtin_unreachable();
  a = __builtin_constant_p(a) + __builtin_constant_p(a++) + __builtin_constant_p("x");
  a += __builtin_add_overflow(a, 1UL, p) + __builtin_object_size(s, 1) + __builtin_ctzl(a);
  __atomic_store_n(p, a, 5);
  a = __sync_val_compare_and_swap(p, 1, a) + __atomic_load_n(p, 0);
  __builtin_memcpy(p, s, __builtin_strlen(s));
  __builtin_prefetch(p);
  return __builtin_choose_expr(sizeof(long) == 8, a, s) + __builtin_offsetof(struct { int x; struct { short y[4]; } z; }, z.y[a]);
}
