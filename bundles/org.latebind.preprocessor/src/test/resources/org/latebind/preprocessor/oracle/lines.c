#define g(x) __LINE__ x
#define h(x) g(x) x
h(g(
 g(__LINE__)
 __LINE__
 ) __LINE__)
#define d() __LINE__
d(
) h(d(
) d()) h(
d())
#if 1
#define M __LINE__
M g(
M)
#endif
