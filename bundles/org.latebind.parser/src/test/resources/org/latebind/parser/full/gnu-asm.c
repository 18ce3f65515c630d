asm(".text");
register unsigned long sp asm("rsp");
extern int renamed(void) __asm__("other") __attribute__((weak));
void f(void)
{
	asm("nop");
	asm volatile("a %[x]" "b" : [x] "=r"(x), "+m"(*p) : "i"(1) : "memory", "cc");
	asm goto("j %l0" : : "r"(x) : : out, in);
	__asm__ __volatile__ inline("" ::: "memory");
	asm("" : "=a"(y));
out: in: ;
}
