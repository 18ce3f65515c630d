struct in { int a, b; };
struct out { struct in i[2]; union { char c; long l; }; int :4; int last; int tail[]; };
struct out elided = { 1, 2, { 3 }, .l = 4, 5, { 6, 7 } };
struct out later = { .i[1].b = 1, 9, .last = 2, .i[0] = { 3, 4 }, .i[0].a = 5 };
int ranges[] = { [0 ... 9] = 1, [3] = 2, [5 ... 6] = 3, 4 };
char text[4] = { "abc" }, cut[2] = "ab", grown[] = "x\0y", changed[3][4] = { "ab", [0][1] = 'z', [2] = "q" };
struct in literal = (struct in){ 1, 2 }, *address = &(struct in){ 3, 4 };
int f(int n) {
  struct in local = { n, .a = n + 1 }, copy = local, both[] = { local, 1, 2 };
  static struct in once = { 7 };
  return copy.a + both[1].b + once.a + (int[]){ n, 2 }[1] + (struct in){ }.b;
}
