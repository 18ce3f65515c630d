/* __builtin_choose_expr keeps what its chosen operand is; the other one is neither evaluated nor linked. */
#include <stdio.h>

extern int not_there(int);
static int calls;
static int call(void) { return ++calls; }
static int global = 3;
static int folded = __builtin_choose_expr(sizeof(long) == 8, 64, not_there(1));
static int *address = __builtin_choose_expr(0, (int *) 1, &global);

#define is_constexpr(x) (sizeof(int) == sizeof(*(8 ? ((void *) ((long) (x) * 0l)) : (int *) 8)))
#define size_of(x) __builtin_choose_expr(__builtin_types_compatible_p(__typeof__(x), char), "char", \
    __builtin_choose_expr(__builtin_types_compatible_p(__typeof__(x), int), 'i', (void) 0))
#define minimum(x, y) __builtin_choose_expr(is_constexpr(x) && is_constexpr(y), (x) < (y) ? (x) : (y), \
    ({ __typeof__(x) x__ = (x); __typeof__(y) y__ = (y); x__ < y__ ? x__ : y__; }))

int main(void)
{
    char c = 1;
    int i = 5, array[2] = { 1, 2 };
    /* The macro sizes an array, which is none of variable length. */
    static char sized[minimum(3, 7)];

    printf("%d %d %d\n", folded, *address, (int) sizeof(sized));
    printf("%d\n", __builtin_choose_expr(1, call(), not_there(2)));
    printf("%d\n", calls);
    printf("%s %d\n", size_of(c), size_of(i));
    printf("%d\n", (int) sizeof(__builtin_choose_expr(1, array, call)));
    printf("%d\n", (int) sizeof(__builtin_choose_expr(1, (char) 1, 1L)));
    /* An lvalue, its address, a bit-field. */
    __builtin_choose_expr(1, i, c) = 9;
    *&__builtin_choose_expr(0, c, array[1]) = 8;
    printf("%d %d\n", i, array[1]);
    printf("%d\n", __builtin_types_compatible_p(__typeof__(&__builtin_choose_expr(1, c, i)), char *));
    printf("%d\n", minimum(i, call()));
    printf("%d\n", calls);
    /* Constant where its choice is. */
    switch (7) {
    case __builtin_choose_expr(0, 6, 7): printf("case\n"); break;
    default: printf("default\n");
    }
    printf("%d %d\n", is_constexpr(__builtin_choose_expr(1, 2, i)), is_constexpr(__builtin_choose_expr(0, 2, i)));
    enum { E = __builtin_choose_expr(1, 42, 0) };
    printf("%d\n", E);
    return 0;
}
