int a; long a;
int f(int); int f(long);
int g(void) { return 0; }
int g(void) { return 1; }
struct s { int x; }; struct s { int y; };
union s *u;
struct t { int m; int m; void v; struct unfinished i; int fn(void); int flex[]; int after; };
void variable;
void parameters(void a, int b, int b) { }
int returns_array(void)[3];
int initialized = 1; int initialized = 2;
unsigned float uf;
__auto_type nothing;
struct { int a, b[2]; } i = { .c = 1, .b[5] = 2, { 1 }, 2, 3, 4 };
char text[2] = "long";
int scalar = { 1, 2 };
int complete[] = 3;
typedef int spread __attribute__((aligned(8)));
spread too_dense[2];
typedef struct { char c[12]; } twelve __attribute__((aligned(8)));
struct { twelve list[3]; } in_member;
