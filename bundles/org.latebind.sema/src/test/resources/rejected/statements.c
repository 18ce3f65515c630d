int f(int n) {
  break;
  continue;
  case 1:;
  goto nowhere;
  again: again:;
  int v[n];
  goto inside;
  ({ inside: 1; });
  int n2 = 1;
  int n2 = 2;
  switch (1.5) { }
  asm("" : "r"(n));
  asm("" : "=r"(n + 1));
  asm("" : "=r"(n) : [a] "r"(n), [a] "r"(n));
  void *p = &&missing;
  return;
}
void g(void) { return 1; }
