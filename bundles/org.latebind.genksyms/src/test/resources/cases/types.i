# 0 "source.c"
# 1 "header.h" 1
typedef unsigned int u32;
struct list { struct list *next, *prev; };
struct foo { int a, b; u32 c : 3, : 2; struct list head; struct later *later; union { char d[4]; u32 e; }; };
enum color { RED, GREEN = 1 << 3, BLUE, };
enum { ANONYMOUS, OTHER = -1 };
typedef int (*callback_t)(struct foo *foo, enum color color);
extern int declared(struct foo *foo, enum color color, char name[BLUE], ...) __attribute__((__cold__));
typedef struct foo foo_t;
# 9 "source.c" 2
struct own { int hidden; };
int declared(struct foo *renamed, enum color c) { return c != 1 ? renamed->a++ : 0; }
int late(struct later *p) { return 0; }
struct later { int seen; };
static struct own one[3] = { 1, 2 }, *two = one;
foo_t *shadowed(callback_t u32, const char * const restrict name) { return 0; }
__GENKSYMS_EXPORT_SYMBOL(declared);
__GENKSYMS_EXPORT_SYMBOL(late);
__GENKSYMS_EXPORT_SYMBOL(one);
__GENKSYMS_EXPORT_SYMBOL(two);
__GENKSYMS_EXPORT_SYMBOL(shadowed);
__GENKSYMS_EXPORT_SYMBOL(missing);
