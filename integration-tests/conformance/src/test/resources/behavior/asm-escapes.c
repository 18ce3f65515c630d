// clang: none, it takes no %{ before 17
/* What is no operand in the text of an asm: escapes, alternatives by dialect, unique numbers, $ and |. */
#include <stdio.h>

#define text(template) ({ const char *t__; \
    asm(".pushsection .rodata\n771: .asciz \"" template "\"\n.popsection\n\tlea 771b(%%rip), %0" : "=r" (t__) : "i" (5)); t__; })

int main(void)
{
    long r;

    printf("%s\n", text("%% $ %{ %| %} $%c1 ${att|intel} {|intel}{att}"));
    asm("mov{q} {$5, %0|%0, 5}" : "=r" (r)); printf("%ld\n", r);
    asm("mov $6 %| 9, %0" : "=r" (r)); printf("%ld\n", r);
    /* Without operands a percent sign is only that; a semicolon separates. */
    asm(".pushsection .rodata; .globl plain; plain: .asciz \"%d %%\"; .popsection");
    extern const char plain[];
    printf("%s\n", plain);
    for (int i = 0; i < 2; i++) {
        asm("jmp .L_over%=\n\tud2\n.L_over%=: mov $7, %0" : "=r" (r)); printf("%ld\n", r);
    }
    return 0;
}
