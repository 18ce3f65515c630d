int e1 = a + b * c - d << 1 & 2 == 3 | x ^ y && z || w;
int e2 = a ? b, c : d ? e : f;
int e3 = a ?: b;
int e4 = (int)-x + (char *)p[1].q->r++ - --s;
int e5 = sizeof x + sizeof(int) + sizeof(int){1} + _Alignof(long) + __alignof__(x);
int e6 = !~*&x;
void f(void) { a = b += c, d; f(x, y)(z); "a" "b"; 'c'; }
