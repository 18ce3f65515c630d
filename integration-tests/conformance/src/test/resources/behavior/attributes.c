/* Attributes that change a type or what an optimizer may believe. */
#include <stdio.h>
#include <stdlib.h>

typedef int byte __attribute__((mode(QI)));
typedef unsigned short_word __attribute__((__mode__(__HI__)));
typedef int quad __attribute__((mode(DI)));
typedef unsigned word __attribute__((mode(word)));
typedef int pointer __attribute__((__mode__(__pointer__)));
typedef unsigned giant __attribute__((mode(TI)));
typedef float twice __attribute__((mode(DF)));
static int narrow __attribute__((mode(HI))) = 70000;
struct modes { byte b; quad q; unsigned s : 3 __attribute__((mode(SI))); };

typedef unsigned short __attribute__((may_alias)) any_short;
typedef struct { unsigned low; } __attribute__((may_alias)) any_struct;

static __attribute__((noinline)) unsigned aliased(unsigned *word, any_short *half)
{
    *word = 0x11112222;
    half[0] = 0x3333;
    ((any_struct *) word)->low += 1;
    return *word;
}

struct counted { unsigned char n; int tail[] __attribute__((counted_by(n))); };
static int (*unchecked)(int) __attribute__((nocf_check));

static void leave(int status) __attribute__((noreturn, cold));
static void leave(int status)
{
    printf("leave %d\n", status);
    exit(status);
}

static __attribute__((const, noinline)) int square(int n) { return n * n; }
static __attribute__((pure, noinline)) int first(const int *p) { return *p; }
static __attribute__((noclone, hot, no_sanitize("undefined"), no_instrument_function)) int plain(int n) { return n + 1; }
static __attribute__((returns_nonnull, malloc, alloc_size(1), assume_aligned(16))) void *get(size_t size) { return malloc(size); }
static __attribute__((flatten)) int flat(int n) { return plain(square(n)); }
static __attribute__((optimize("O2"), unused)) int unused_one(void) { return 1; }
static int kept __attribute__((used)) = 3;
static int old_style(a, b) char a; short b; { return a * 2 + b; }

static int fall(int n)
{
    switch (n) {
    case 1:
        n += 10;
        __attribute__((fallthrough));
    case 2:
        return n;
    default:
        leave(n == 3 ? 0 : 1);
    }
}

int main(void)
{
    unsigned cell;
    int one = 7;
    byte b = 200;
    giant g = (giant) 1 << 100;
    char *p = get(40);

    printf("%d %d %d %d %d %d %d\n", (int) sizeof(byte), (int) sizeof(short_word), (int) sizeof(quad), (int) sizeof(word),
           (int) sizeof(pointer), (int) sizeof(giant), (int) sizeof(twice));
    printf("%d %d %d %d\n", b, narrow, (int) sizeof(struct modes), (int) _Alignof(struct modes));
    printf("%llx %d %d\n", (unsigned long long) (g >> 64), (short_word) -1 > 0, (byte) -1 < 0);
    unchecked = square;
    struct counted *c = get(sizeof *c + 3 * sizeof c->tail[0]);
    c->n = 3;
    c->tail[2] = unchecked(5);
    printf("%d %d %d %d\n", (int) sizeof *c, (int) __builtin_offsetof(struct counted, tail), c->tail[2],
           (int) ((char *) &c->tail[c->n] - (char *) c));
    free(c);
    printf("%x\n", aliased(&cell, (any_short *) &cell));
    printf("%d %d %d %d\n", square(4) + square(4), first(&one), flat(3), plain(1));
    one = 8;
    printf("%d %d %d\n", first(&one), kept, old_style(300, 70000));
    printf("%d %d %d\n", (int) ((unsigned long) p % 16), (int) __builtin_object_size(p, 0), fall(1) + fall(2));
    free(p);
    return fall(3);
}
