#pragma pack(push, 1)
struct s { int a;
#pragma pack(pop)
 int b; };
#pragma GCC diagnostic push
int f(void) { int x =
#pragma GCC diagnostic ignored "-Wx"
 1;
#pragma unroll
 return x; }
