int printf(const char *, ...);
void done(int *);
int f(int n, void **table) {
  __label__ local;
  int held __attribute__((cleanup(done))) = n;
  for (int i = 0; i < n; i++) if (i == 3) continue; else break;
  switch (n) { case 1 ... 2: n = 1; case 'x': break; default: while (n--) ; }
  int v[n][2];
  printf("%d %f", (char)n, 1.0f);
  void *targets[] = { &&local, &&out };
  goto *targets[n & 1];
local:
  n = ({ int t = n; if (t) goto out; t ?: 2; });
  asm volatile goto("jmp %l[out]" : : "r"(n), [m] "m"(*table) : "memory", "cc" : out);
out:
  return sizeof v[0] + n;
}
