static inline int unused(void) { return 1; }
static inline int used(void) { return 2; }
inline int c99_inline(void) { return 3; }
extern inline int c99_external(void) { return 4; }
extern inline __attribute__((gnu_inline)) int gnu_only(void) { return 5; }
int weak_one(void) __attribute__((weak, section(".text.weak")));
int weak_one(void) { return used() + c99_inline() + gnu_only(); }
int other_name(void) __attribute__((alias("weak_one")));
static int tentative; static int tentative = 3;
extern int elsewhere; int here asm("there") __attribute__((aligned(32), visibility("hidden")));
static __thread long mine;
int *user(void) { typedef int array[3]; extern int elsewhere; static array kept; return &kept[tentative + elsewhere + here + (int)mine]; }
