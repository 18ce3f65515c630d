float f; _Bool b; struct s { int a; } st; enum e { A } en; const int c; int i; void *v; double *dp;
void atomics(void) {
  __atomic_load_n(&f, 0);
  __atomic_fetch_add(&f, 1, 0);
  __sync_fetch_and_add(&f, 1);
  __sync_fetch_and_or(&b, 1);
  __sync_lock_release(&f);
  __atomic_load(&st, &st, 0);
  __atomic_load_n(&st, 0);
  __atomic_load_n(v, 0);
  __atomic_load_n(i, 0);
  __atomic_load_n(&i);
  __atomic_load_n(&i, 1, 2);
  __sync_fetch_and_add(&i);
}
void accepted(void) {
  __atomic_load(&f, &f, 0);
  __atomic_exchange_n(&b, 1, 0);
  __sync_lock_test_and_set(&b, 1);
  __atomic_fetch_add(&en, 1, 0);
  __sync_fetch_and_add(&dp, 8, i, f);
  __atomic_clear(&st, 0);
}
void overflow(void) {
  __builtin_add_overflow(1, 2, &b);
  __builtin_add_overflow(1, 2, &en);
  __builtin_add_overflow(1, 2, &c);
  __builtin_add_overflow(1.5, 2, &i);
  __builtin_add_overflow(1, en, &i);
}
void others(void) {
  __builtin_isnan(1);
  __builtin_isgreater(1, 2);
  __builtin_isgreater(1, &i);
  __builtin_object_size(3, 0);
  __builtin_object_size(&i, 4);
  __builtin_ia32_pause();
  i = (int) &__builtin_clz;
}
