/* The kernel's compiletime_assert() and what is built of it: BUILD_BUG_ON(), FIELD_PREP(), READ_ONCE(). */
#define CONCAT_(a, b) a##b
#define CONCAT(a, b) CONCAT_(a, b)
#define compiletime_assert_(condition, msg, name) do { \
    __attribute__((noreturn)) extern void name(void) __attribute__((__error__(msg))); \
    if (!(condition)) name(); } while (0)
#define compiletime_assert(condition, msg) compiletime_assert_(condition, msg, CONCAT(assert_, __COUNTER__))
#define BUILD_BUG_ON(condition) compiletime_assert(!(condition), "BUILD_BUG_ON failed: " #condition)
#define BUILD_BUG_ON_ZERO(e) ((int) (sizeof(struct { int : (-!!(e)); })))
#define bf_shift(x) (__builtin_ffsll(x) - 1)
#define FIELD_PREP(mask, value) ({ \
    BUILD_BUG_ON(!__builtin_constant_p(mask)); \
    BUILD_BUG_ON((mask) == 0); \
    BUILD_BUG_ON(__builtin_constant_p(value) ? ~((mask) >> bf_shift(mask)) & (value) : 0); \
    ((__typeof__(mask)) (value) << bf_shift(mask)) & (mask); })
#define is_word(x) (sizeof(x) == 1 || sizeof(x) == 2 || sizeof(x) == 4 || sizeof(x) == 8)
#define READ_ONCE(x) ({ compiletime_assert(is_word(x), "unsupported access size"); *(const volatile __typeof__(x) *) &(x); })

struct pair { long a, b; };

unsigned long fits(unsigned long x) { return FIELD_PREP(0xf0ul, 15) | FIELD_PREP(0xf00ul, x); }
unsigned long too_wide(void) { return FIELD_PREP(0xf0ul, 16); }
unsigned long mask_not_constant(unsigned long mask) { return FIELD_PREP(mask, 1); }
long once(long *p) { return READ_ONCE(*p); }
long not_a_word(struct pair *p) { return READ_ONCE(*p).a; }
int zero(void) { return BUILD_BUG_ON_ZERO(sizeof(long) != 8); }

static inline __attribute__((always_inline)) int check_copy_size(unsigned long size)
{
    BUILD_BUG_ON(__builtin_constant_p(size) && size > 100);
    return size;
}

int copies(unsigned long n)
{
    if (n > 100)
        return check_copy_size(n);
    return check_copy_size(50);
}

int copies_too_much(void) { return check_copy_size(101); }
