/* Tables that asm statements write into other sections, as exceptions, alternatives and bugs do; asm at file scope. */
#include <stdio.h>
#include <string.h>

struct bug { int address; int line; const char *file; unsigned short flags; } __attribute__((packed));
extern const struct bug __start_bugs[], __stop_bugs[];

#define bug(f) asm volatile("1: nop\n.pushsection bugs, \"aw\"\n 2: .long 1b - 2b\n .long %c1\n .quad %c0\n .word %c2\n .popsection" \
    : : "i" (__FILE__), "i" (__LINE__), "i" (f))

asm(".macro make_double name\n\t.globl \\name\n\\name:\n\tlea (%rdi,%rdi), %eax\n\tret\n.endm\n"
    "make_double double_it");
asm(".pushsection .rodata\n.globl text_in_asm\ntext_in_asm: .asciz \"from asm\"\n.popsection");
extern int double_it(int);
extern const char text_in_asm[];
static int hidden_from_c(int x) __asm__("a_static_function");
__attribute__((used, noinline)) static int hidden_from_c(int x) { return x + 3; }
asm(".globl by_asm\nby_asm: jmp a_static_function");
extern int by_asm(int);

/* As an alternative: lengths computed by the assembler, both texts kept. */
#define ALTERNATIVE(old, new, feature) "661: " old "\n662:\n.pushsection .altinstr, \"a\"\n .word " #feature "\n .byte 662b-661b, 664f-663f\n" \
    ".popsection\n.pushsection .altcode, \"ax\"\n663: " new "\n664:\n.popsection\n"
static int alternative(int x)
{
    asm(ALTERNATIVE("addl %[by], %0", "subl %[by], %0", 7) : "+r" (x) : [by] "r" (10));
    return x;
}

static void twice(int n)
{
    if (n)
        bug(3);
    bug(4);
}

int main(int argc, char **argv)
{
    int lines = 0, flags = 0;

    twice(argc);
    for (const struct bug *b = __start_bugs; b < __stop_bugs; b++) {
        flags |= b->flags;
        lines += b->line;
        if (strcmp(b->file, __FILE__))
            printf("wrong file\n");
    }
    printf("%d %d\n", flags, lines > 60);
    printf("%d %s %d %d\n", double_it(4), text_in_asm, by_asm(1), alternative(5));
    (void) argv;
    return 0;
}
