/* p3 to p6: returns void or a complete object; static or extern; parameters once and of known types. */
struct incomplete;
struct incomplete returns_incomplete(void) { }
int twice(void) { return 1; }
int twice(void) { return 2; }
void takes_incomplete(struct incomplete i) { }
void takes_void(int, void v) { }
auto int with_auto(void) { return 1; }
int old(a, b) int a; int c; { return a; }
int fine(a, b) int a; { return a + b; }
