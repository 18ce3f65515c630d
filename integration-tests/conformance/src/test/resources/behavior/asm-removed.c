// clang: none, it keeps to "i" at once
/* An asm without side effects goes where nobody wants its results, and what it reads with it: it links. */
#include <stdio.h>

extern long not_there;

static inline long reads_memory(void)
{
	long x;

	asm("mov %1, %0" : "=r" (x) : "m" (not_there));
	return x;
}

static inline long reads_nothing(void)
{
	long x;

	asm("lea %c1(%%rip), %0" : "=r" (x) : "i" (&not_there));
	return x;
}

int main(void)
{
	long kept = 1;

	reads_memory();
	(void)reads_nothing();
	asm("add $1, %0" : "+r" (kept));
	asm volatile("addq $2, %0" : "+m" (kept));
	printf("%ld\n", kept);
	return 0;
}
