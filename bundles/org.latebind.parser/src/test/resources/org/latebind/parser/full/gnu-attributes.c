__attribute__((noinline, aligned(8))) static int __attribute__((__section__(".x"))) f(void) __attribute__((const));
struct __attribute__((packed)) s { int a __attribute__((mode(DI))), __attribute__((unused)) b; } __attribute__((aligned(4))) v __attribute__((used)), __attribute__((weak)) w;
int (__attribute__((ms_abi)) *p)(void);
int * __attribute__((noderef)) q;
void g(int x __attribute__((unused)), __attribute__((cleanup(h))) int y);
int vec __attribute__((vector_size(16), , format(printf, 1, 2)));
