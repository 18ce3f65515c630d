/* Flexible tails: initialized statically, in unions, in the middle, [0] and [1]; an object is larger than its type. */
#include <stdio.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct flex { int n; char data[]; };
struct zero { short n; int data[0]; };
struct one { long n; char data[1]; };
struct nested { char c; struct flex flex; };
struct middle { struct zero head; int filler[2]; int after; };
struct anonymous { int kind; union { struct { struct { } empty; int ints[]; }; struct { struct { } empty2; char bytes[]; }; }; };
struct tail_of_records { int n; struct { short a; char b; } list[]; };
struct only_zero { int none[0]; };
union holder { int i; char bytes[0]; };
/* The kernel's struct_group(). */
struct grouped { char a; union { struct { int b; int c; }; struct named { int b; int c; } group; }; char d; };

static struct flex text = { 5, "hello" };
static struct flex list = { .n = 3, .data = { 1, 2, 3 } };
static struct flex empty = { 7 };
static struct flex designated = { .data = { [4] = 9 }, .n = 5 };
static struct tail_of_records records = { 2, { { 1, 'x' }, { .b = 'y' } } };
struct flex exported = { 2, { 'o', 'k' } };
static struct flex *const pointed = (struct flex *) &(struct { int n; char data[4]; }) { 3, "abc" };

static long end_of(const void *object, const void *at) { return (const char *) at - (const char *) object; }

int main(void)
{
    printf("%d %d %d %d\n", (int) sizeof(struct flex), (int) sizeof(struct zero), (int) sizeof(struct one), (int) sizeof(struct nested));
    printf("%d %d %d %d\n", (int) sizeof(struct middle), (int) sizeof(struct anonymous), (int) sizeof(struct only_zero), (int) sizeof(union holder));
    printf("%d %d %d\n", (int) sizeof(struct tail_of_records), (int) offsetof(struct flex, data[3]), (int) offsetof(struct tail_of_records, list[2].b));
    printf("%d %d %d\n", (int) sizeof(struct grouped), (int) offsetof(struct grouped, c), (int) offsetof(struct grouped, group.c));
    printf("%.*s %d %d %d\n", text.n, text.data, list.data[0], list.data[2], empty.n);
    printf("%d %d %d\n", designated.data[3], designated.data[4], designated.n);
    printf("%d %c %d %c\n", records.list[0].a, records.list[0].b, records.list[1].a, records.list[1].b);
    printf("%.2s %s\n", exported.data, pointed->data);
    printf("%d %d\n", (int) sizeof(text), (int) sizeof(list));

    struct flex *p = malloc(sizeof(*p) + 8);
    *p = text;
    memcpy(p->data, text.data, 6);
    printf("%s %ld\n", p->data, end_of(p, &p->data[6]));
    struct middle m = { { 1 }, { 2, 3 }, 4 };
    printf("%d %d %d\n", m.head.data[0], m.head.data[1], m.after);
    struct anonymous *a = (void *) p;
    a->ints[0] = 0x01020304;
    printf("%d %d\n", a->bytes[0], (int) offsetof(struct anonymous, bytes));
    printf("%d\n", (int) __alignof__(struct zero));
    free(p);
    return 0;
}
