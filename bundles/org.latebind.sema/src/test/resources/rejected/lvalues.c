struct { int b : 3; const int c; int a[2]; } s;
const int k;
register int r asm("rbx");
void f(const int *p) {
  1 = 2;
  k = 3;
  *p = 4;
  s.c = 5;
  s.a = s.a;
  &s.b;
  &1;
  &r;
  sizeof(s.b);
  k++;
  (k + 1)++;
  f = f;
}
