/* Register variables: global ones are read, local ones pin operands; clobbers keep what is live elsewhere. */
#include <stdio.h>
#include <stdint.h>

register unsigned long stack_pointer asm("rsp");

__attribute__((noinline)) static int near(void *p) { long d = (long) stack_pointer - (long) p; return d > -4096 && d < 4096; }

/* As a hypercall or an SMC: fixed registers for arguments and results. */
static long call(long nr, long a, long b, long c)
{
    register long r10 asm("r10") = b;
    register long r8 asm("r8") = c;
    long ret;

    asm volatile("mov %%rdi, %0\n\tadd %%rsi, %0\n\tshl $4, %%r10\n\tadd %%r10, %0\n\timul %%r8, %0"
                 : "=&a" (ret), "+r" (r10) : "D" (nr), "S" (a), "r" (r8) : "memory");
    return ret;
}

static long results(long in)
{
    register long first asm("r12") = in;
    register long second asm("r13");

    asm("lea 1(%0), %1\n\tadd %0, %0" : "+r" (first), "=r" (second));
    return first * 100 + second;
}

/* As ASM_CALL_CONSTRAINT: the stack pointer as an operand that is read and written. */
static int helper(void) { return 21; }
static int calls(int x)
{
    int r;
    asm volatile("call *%[f]" : "=a" (r), "+r" (stack_pointer) : [f] "r" (helper)
                 : "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "memory", "cc");
    return r + x;
}

int main(void)
{
    int local, live[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };

    printf("%d\n", near(&local));
    printf("%d\n", (long) stack_pointer > 0);
    printf("%ld %ld\n", results(5), results(7));
    printf("%d\n", calls(1));
    printf("%ld\n", call(1, 2, 3, 4));
    asm volatile("" : : : "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory");
    printf("%d\n", live[0] + live[7]);
    return 0;
}
