struct s { unsigned small : 3; unsigned wide : 32; signed char c; };
long f(struct s *p, unsigned char uc, float fl, _Bool b) {
  p->small += uc;
  p->c++;
  b = p->wide;
  uc = fl * 2;
  return p->small + uc + (p->wide > -1) + (b ? uc : 1.5f);
}
int *g(int a[3][4], long i) { return a[i] + i - 1; }
