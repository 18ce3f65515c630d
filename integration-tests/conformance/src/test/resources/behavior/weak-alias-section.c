/* weak, alias, section, visibility, used, constructor order, noinline: what the linker sees of them. */
#include <stdio.h>

extern int missing(void) __attribute__((weak));
extern int missing_object __attribute__((weak));
__attribute__((weak)) int overridable(void) { return 1; }

static int original(int x) { return x + 1; }
int another(int x) __attribute__((alias("original")));
static int static_alias(int x) __attribute__((alias("original")));
extern __typeof__(original) weak_alias __attribute__((weak, alias("original")));
static int value = 5;
extern int value_alias __attribute__((alias("value")));

/* A table made of single entries, as initcalls and parameters are. */
struct entry { const char *name; int (*call)(int); };
#define ENTRY(f) static const struct entry entry_##f __attribute__((used, section("entries"), aligned(8))) = { #f, f }
extern const struct entry __start_entries[], __stop_entries[];
ENTRY(original);
ENTRY(another);
static const struct entry unused __attribute__((section("entries"), used)) = { "plain", static_alias };

__attribute__((section(".text.special"), noinline)) static int in_section(int x) { return x * 2; }
int zero_in_section __attribute__((section(".data.mine"))) = 0;
__attribute__((visibility("hidden"))) int hidden = 3;
__attribute__((used)) static int kept(void) { return 9; }
#pragma GCC visibility push(hidden)
extern int declared_hidden;
#pragma GCC visibility pop
int declared_hidden = 4;

int renamed(int x) __asm__("other_name");
int renamed(int x) { return x + 100; }
extern int by_other_name(int x) __asm__("other_name");

int main(void)
{
    int n = 0;

    printf("%d %d\n", missing ? missing() : -1, &missing_object != 0);
    printf("%d %d %d %d\n", overridable(), another(1), static_alias(2), weak_alias(3));
    value_alias = 6;
    printf("%d %d\n", value, another == original);
    for (const struct entry *e = __start_entries; e < __stop_entries; e++)
        n += e->call(1) * 10 + (e->name[0] == 'p');
    printf("%ld %d\n", (long) (__stop_entries - __start_entries), n);
    printf("%d %d %d %d\n", in_section(4), zero_in_section, hidden, declared_hidden);
    printf("%d\n", by_other_name(1));
    return 0;
}
