/* __builtin_types_compatible_p: qualifiers at the top do not count, those below do; enums are types of their own. */
#include <stdio.h>

#define p(a, b) __builtin_types_compatible_p(a, b)

enum one { X }; enum two { Y = -1 };
struct s { int x; }; struct t { int x; };
typedef struct s s_alias; typedef int *int_pointer; typedef const int constant;
typedef int row[4];

static int f(int, const char *);
static int old();

int main(void)
{
    int n = 3, array[4], vla[n];
    const int *q = 0;

    printf("%d%d%d%d ", p(int, const volatile int), p(int *, const int *), p(int *const, int *), p(int, unsigned));
    printf("%d%d%d%d\n", p(long, long long), p(char, signed char), p(char, unsigned char), p(unsigned long, __SIZE_TYPE__));
    printf("%d%d%d%d ", p(enum one, enum two), p(enum one, enum one), p(enum one, unsigned), p(enum two, int));
    printf("%d%d%d\n", p(struct s, s_alias), p(struct s, struct t), p(struct s *, struct t *));
    printf("%d%d%d%d ", p(int[], int[5]), p(int[4], int[5]), p(row, int[4]), p(const row, row));
    printf("%d%d%d\n", p(int *, int[]), p(__typeof__(array), int[4]), p(__typeof__(&array[0]), int *));
    printf("%d%d%d%d ", p(int(int), int(const int)), p(__typeof__(f), int(int, const char *)), p(__typeof__(&f), int (*)(int, char *)), p(__typeof__(old), int()));
    printf("%d%d%d\n", p(void, void), p(void *, char *), p(int(void), int(int)));
    printf("%d%d%d ", p(__typeof__(*q), int), p(__typeof__(q), int_pointer), p(const int_pointer, int *const));
    printf("%d%d%d\n", p(constant, int), p(constant *, int *), p(constant *, const int *));
    printf("%d%d\n", p(__typeof__(n + 1L), long), p(__typeof__(1 ? q : (void *) 0), const int *));
    /* The kernel's __must_be_array and __same_type. */
    printf("%d%d\n", p(__typeof__(array), __typeof__(&array[0])), p(__typeof__(q), __typeof__(&q[0])) );
    (void) vla;
    return 0;
}
