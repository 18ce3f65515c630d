/* Arithmetic on void and function pointers counts bytes; sizeof(void), void conditional operands. */
#include <stdio.h>
#include <stdint.h>

static int f(void) { return 1; }
static char bytes[16] = "0123456789abcde";
static void *end = (void *) bytes + sizeof(bytes);
static const void *middle = &bytes[8] - 4;
#define PTR_ALIGN(p, a) ((__typeof__(p)) (((uintptr_t) (p) + (a) - 1) & ~((uintptr_t) (a) - 1)))

int main(void)
{
    void *p = bytes, *q = p + 5;
    const void *cp = p;
    int (*fp)(void) = f;

    p++;
    p += 2;
    printf("%c %c %ld %ld\n", *(char *) p, *(char *) (q - 1), q - p, end - (void *) bytes);
    printf("%d %d %d\n", (int) sizeof(void), (int) sizeof(f), (int) sizeof(*p));
    printf("%c %d %d\n", *(char *) middle, cp < q, q > (void *) 0);
    printf("%ld\n", (long) ((void *) (fp + 3) - (void *) fp));
    q -= (long) 2;
    printf("%c\n", *(char *) q--);
    printf("%c\n", *(char *) q);
    p ? (void) printf("void\n") : (void) 0;
    printf("%d\n", (int) ((uintptr_t) PTR_ALIGN(p, 16) % 16));
    (void) *p;
    return 0;
}
