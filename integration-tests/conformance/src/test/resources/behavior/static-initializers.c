/* What gcc and clang take for constant in the initializer of an object with static storage duration. */
#include <stdio.h>
#include <stddef.h>

struct s { int a; struct { char c; long l; } in[2]; };
static const int constant = 7;
static const double real = 1.5;
static int from_constant = constant + 1;
static const long scaled = constant * 10L;
static long from_scaled = scaled + constant;
static double from_real = real * 2;
static int array[4], *element = &array[1] + 1, *const same = array;
static struct s object;
static long *member = &object.in[1].l;
static unsigned long offset = (unsigned long) &((struct s *) 0)->in[1].l;
static long difference = &array[3] - &array[1];
static const char *text = "text" + 1, *chosen = sizeof(long) == 8 ? "eight" : "four";
static int compared = &array[2] > &array[1];
static int shifted = 1 << 31 >> 31, remainder_ = -7 % 3, divided = -7 / 2;
static unsigned char cut = (unsigned char) 300;
static _Bool truth = 0.5;
static int (*function)(const char *, ...) = printf, (*star)(const char *, ...) = *&printf;
static unsigned long mask = ~0ul << 60 | (1ull << 3) - 1;
static int real_to_int = (int) 3.99, compared_real = 1.0 < 2;
static void *integer = (void *) 0x1000 + 8;
static long address_as_long = (long) &array[1];

int main(void)
{
    static int local = constant ? sizeof(array) : 0;
    enum { E = sizeof(int) > 2 ? 3 : 4 };

    printf("%d %ld %ld %g %d\n", from_constant, scaled, from_scaled, from_real, local);
    printf("%d %d %d\n", element == &array[2], same == array, member == &object.in[1].l);
    printf("%lu %ld %s %s\n", offset, difference, text, chosen);
    printf("%d %d %d %d %d %d\n", compared, shifted, remainder_, divided, cut, truth);
    printf("%d %lx %d %d %p %d\n", function == star, mask, real_to_int, compared_real, integer, E);
    printf("%d\n", address_as_long == (long) (array + 1));
    return 0;
}
