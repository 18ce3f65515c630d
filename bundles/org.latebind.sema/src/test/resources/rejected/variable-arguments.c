int printed(const char *format, ...);
static inline __attribute__((always_inline)) int wrapped(const char *format, ...) {
  return printed(format, __builtin_va_arg_pack());
}
static inline __attribute__((always_inline)) int counted(const char *format, ...) {
  return __builtin_va_arg_pack_len();
}
int use(void) { return wrapped("%d", 1) + counted("%d", 2); }
