#define P(a,b) __COUNTER__
#define f(x) x
f(
__LINE__
)
f(1
 __LINE__) __LINE__
#define g(x) __LINE__ x
g(g(
 __LINE__))
#define V(a, ...) x(a, ## __VA_ARGS__)
V(1) V(1,) V(1,2) V() V(,)
#define W(...) x(a, ## __VA_ARGS__)
W() W(1) W(,)
#define X(a, b...) x(a __VA_OPT__(,) b) y(__VA_OPT__(a ## b))
#define Y(a, ...) x(a __VA_OPT__(,) __VA_ARGS__) y(__VA_OPT__(a ## __VA_ARGS__) ## z) w ## __VA_OPT__(q r) ## s
Y(1) Y(1,) Y(1,2) Y(1,2,3)
#define EMPTY
#define str(x) #x
#define xstr(x) str(x)
#define AA EMPTY a
xstr(a EMPTY b) xstr(EMPTY a EMPTY) xstr(AA+AA) xstr(f( a ) f(EMPTY) b f() c) xstr( "a\n" 'b' \ 
 c)
#define t2(x,y) str(x y) str(x y)
t2( EMPTY , b) t2(,EMPTY) t2( f (c) ,f(d)f(e))
#define h(x) x(2)
#define obj f
obj (3) obj
(4) h(f) h(h) h(obj)
#define ff(a) a*gg
#define gg(a) ff(a)
ff(2)(9)
#define z z[0]
#define ft(a) f(z * (a))
ft(z+1) f(f)(1) f(f(f)(1))
#define foo() bar
f(foo)() foo
() f(1
#define q9 9
 + q9
#ifdef q9
 yes
#else
 no
#endif
)
#define c1 ,
#define two(a,b) a|b
#define call(x) two(x)
call(c1) call(1 c1 2)
#define cat(a,b) a##b
cat(x,) cat(,y) cat(,) cat(L,"a") cat(.,5) cat(<,<=) cat(1e,+5)
#define xcat(a,b) cat(a,b)
xcat(xcat(1,2),3)
#define cat3(a,b,c) a##b##c
cat3(a,,c) cat3(,b,) cat3(,,) 
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
char p[] = join(x, y);
#line 100 "foo.h"
__LINE__ __FILE__
f(__LINE__
)
#if 1 //
#pragma pack(push, 1)
f(_Pragma("pack(pop)") x)
f(
#pragma foo bar
1)
#endif
__COUNTER__ __COUNTER__ __INCLUDE_LEVEL__
#if 0x7fffffffffffffff + 1u > 0 && -1 > 0u && (2 || 1/0) && 'a' == 97 && '\377' < 0 && 'ab' == 24930 && (1 ? 2 : 0) == 2
yes
#endif
#if defined q9 && defined(f) && !defined(nope) && (1 == 1L) && ~0 == -1 && 010 == 8 && 0b11 == 3
yes2
#elif garbage(
#endif
%: define D1 <: :> <% %> x
D1 a$b$ 0x1p-3 1.e+5.x .5 ... .. -> ->* >>= u8"x" u8'x' L'x' U"a"
