static inline const unsigned long long int x;
struct s { int a, *b : 3; int : 0; struct { char c; }; union u; int f[]; _Static_assert(1, "m"); } y;
enum e { A, B = 2, C __attribute__((deprecated)) = 3, } z;
enum fixed : char { D };
_Static_assert(sizeof(int) == 4);
_Thread_local _Alignas(8) int t; _Atomic(int) u; _Atomic int v;
__extension__ typedef __signed__ char __s8;
typeof(x) tx; __typeof_unqual__(const int) ty; __int128 big; static implicit;
main() { return 0; }
;
