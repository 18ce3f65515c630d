/* error and warning attributes: a call is complained of only if it is still there after optimization. */
extern void too_big(void) __attribute__((error("size is too big")));
extern void too_small(void) __attribute__((error("size is too small")));
extern void questionable(void) __attribute__((warning("questionable")));
extern int bad_value(int) __attribute__((error("bad value")));
extern void sink(void *);

#define BUILD_BUG_ON_MSG(condition, f) do { if (condition) f(); } while (0)

struct s { char a[16]; };

static inline __attribute__((always_inline)) void copy(char *to, const char *from, unsigned long n)
{
    if (__builtin_constant_p(n) && n > __builtin_object_size(to, 1))
        too_big();
    __builtin_memcpy(to, from, n);
}

static inline __attribute__((always_inline)) int mapped(int size)
{
    switch (size) {
    case 1: return 10;
    case 2: return 20;
    case 4: return 40;
    default: return bad_value(size);
    }
}

int folded(struct s *s, const char *from)
{
    BUILD_BUG_ON_MSG(sizeof(struct s) != 16, too_big);
    copy(s->a, from, 16);
    if (0)
        questionable();
    return mapped(4) + mapped(sizeof(short));
}

int surviving(struct s *s, const char *from, int n)
{
    copy(s->a, from, 17);
    if (n)
        questionable();
    BUILD_BUG_ON_MSG(sizeof(struct s) == 16, too_small);
    return mapped(n)
        + mapped(4);
}

void dead(void)
{
    struct s s;
    sink(&s);
    return;
    too_big();
}

void by_address(void)
{
    void (*f)(void) = too_big;
    sink(f);
}

static void unused(void) { too_big(); }
static inline void unused_inline(void) { too_big(); }

void loop(int n)
{
    for (int i = 0; i < 4; i++)
        if (i > 4)
            too_big();
}
