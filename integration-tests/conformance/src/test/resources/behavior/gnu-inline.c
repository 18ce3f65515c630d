/* inline in gcc's and in C99's way: which definitions are emitted, and which are for inlining only. */
#include <stdio.h>

/* As FORTIFY_SOURCE has it: the wrapper calls the real one under its assembler name. */
extern int real(int) __asm__("outside");
int outside(int x) { return x + 1; }
extern inline __attribute__((gnu_inline, always_inline)) int wrapped(int x) { return x == 3 ? 300 : real(x); }

/* An external definition may follow a gnu_inline one, and is the one that is emitted. */
extern inline __attribute__((gnu_inline)) int redefined(int x) { return x + 10; }
int redefined(int x) { return x + 10; }

/* inline alone under gnu_inline emits. */
inline __attribute__((gnu_inline)) int emitted(int x) { return x + 20; }
/* C99: extern anywhere emits. */
inline int c99(int x) { return x + 30; }
extern int c99(int x);
static inline int counter(void) { static int n; return ++n; }
static inline int never_called(void) { extern int not_there(void); return not_there(); }
static int (*const pointers[])(int) = { emitted, c99, redefined };

static inline __attribute__((always_inline)) int recursive_depth(int n) { return n <= 0 ? 0 : n + 1; }

int main(void)
{
    printf("%d %d\n", wrapped(3), wrapped(4));
    printf("%d %d %d\n", pointers[0](1), pointers[1](1), pointers[2](1));
    counter();
    counter();
    printf("%d\n", counter());
    printf("%d %d\n", recursive_depth(3), redefined(5));
    return 0;
}
