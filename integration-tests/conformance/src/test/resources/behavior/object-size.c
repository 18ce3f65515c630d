/* __builtin_object_size and __builtin_dynamic_object_size: whole objects and members, after inlining. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record { int id; char name[16]; char tail[8]; };
struct flex { int n; char data[]; };
static struct record global;
static char buffer[40];

#define all_but_last(p) (long) __builtin_object_size(p, 0), (long) __builtin_object_size(p, 1), (long) __builtin_object_size(p, 2)
#define all(p) all_but_last(p), (long) __builtin_object_size(p, 3)

static inline __attribute__((always_inline)) long size(const void *p) { return __builtin_object_size(p, 1); }
static inline __attribute__((always_inline)) int copy(char *to, const char *from, unsigned long n)
{
    if (__builtin_object_size(to, 0) != -1ul && n > __builtin_object_size(to, 0))
        return -1;
    memcpy(to, from, n);
    return n;
}
__attribute__((noinline)) static long unknown(char *p) { return __builtin_object_size(p, 0); }
__attribute__((noinline)) static long least(char *p) { return __builtin_object_size(p, 2); }
__attribute__((noinline)) static long dynamic(unsigned long n)
{
    char *p = malloc(n);
    long r = __builtin_dynamic_object_size(p + 1, 0);
    p[0] = r;
    __asm__ volatile("" : : "r"(p) : "memory");
    free(p);
    return r;
}

int main(int argc, char **argv)
{
    char local[20];
    struct record r, *pr = &r;
    char *p = argc > 100 ? local : buffer;
    static int calls;

    printf("%ld %ld %ld %ld\n", all(local));
    printf("%ld %ld %ld %ld\n", all(local + 5));
    printf("%ld %ld %ld %ld\n", all(&global.name));
    printf("%ld %ld %ld %ld\n", all(&global.name[3]));
    printf("%ld %ld %ld %ld\n", all(pr->tail));
    printf("%ld %ld %ld\n", all_but_last(&pr->id));
    printf("%ld %ld\n", (long) __builtin_object_size(p, 0), (long) __builtin_object_size(p, 2));
    printf("%ld %ld %ld\n", unknown(argv[0]), least(argv[0]), size(&buffer[argc * 0 + 8]));
    printf("%ld %ld\n", (long) __builtin_object_size("text", 0), size("text" + 1));
    printf("%d %d\n", copy(local, "abcdefghijklmnopqrstuvwxyz", 8), copy(local, "abcdefghijklmnopqrstuvwxyz", 26));
    printf("%ld\n", dynamic(argc + 9));
    printf("%ld\n", (long) __builtin_dynamic_object_size(buffer + 10, 1));
    /* Nothing is evaluated. */
    printf("%ld %d\n", (long) __builtin_object_size(buffer + calls++, 0) & 0, calls);
    printf("%ld\n", (long) __builtin_object_size((void *) 0, 0) & 0);
    return 0;
}
