/* Operand modifiers: what stands in the text for each of them. */
#include <stdio.h>

/* The text of operands, put into the program as a string. */
#define text(template, ...) ({ const char *t__; \
    asm(".pushsection .rodata\n771: .asciz \"" template "\"\n.popsection\n\tlea 771b(%%rip), %0" : "=r" (t__) : __VA_ARGS__); t__; })

static int object, array[4];
static int function(void) { return 4; }

int main(void)
{
    long value = 1;

    printf("%s\n", text("%1 %b1 %h1 %w1 %k1 %q1", "a" (value)));
    printf("%s\n", text("%1 %b1 %w1 %k1 %q1", "D" (value)));
    printf("%s\n", text("%b1 %w1 %k1 %q1 %1", "b" ((char) value)));
    printf("%s\n", text("%A1", "a" (value)));
    printf("%s\n", text("%1 %c1 %P1 %n1", "i" (42)));
    printf("%s\n", text("%c1 %P1", "i" (&object)));
    printf("%s\n", text("%c1 %c2", "i" (&array[2]), "i" (sizeof(array))));
    printf("%s\n", text("%P1 %c1", "i" (function)));
    printf("%s\n", text("%a1", "d" (&value)));
    printf("%s\n", text("%[named] %k[named] %c[number]", [named] "S" (value), [number] "i" (-7)));
    long r;
    asm("movq $5, %0\n\taddq $3, %q0" : "=r" (r));
    printf("%ld\n", r);
    asm("call %P1" : "=a" (r) : "i" (function) : "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "memory");
    printf("%d\n", (int) r);
    asm("jmp 1f\n.L_one%=: .skip 8\n1: lea .L_one%=(%%rip), %0" : "=r" (r));
    printf("%d\n", r != 0);
    return 0;
}
