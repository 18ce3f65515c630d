/* p2, p4 to p6: the same again only; as many arguments; distinct parameters; 6.10.3.2, .3: # and ## in place. */
#define same 1
#define same 1
#define same 2
#define f(x, y) x
#define f(x) x
int few = f(1);
int many = f(1, 2, 3);
int fine = f(1, 2);
#define twice(a, a) a
#define string(x) #y
#define begins ## x
#define ends x ##
#define plain __VA_ARGS__
#define defined 1
#undef
#undef 5
#define 5 x
#undef defined
