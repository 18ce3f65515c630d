/* __builtin___*_chk: checked where the size is known and may not do, else the plain function. */
#include <stdio.h>
#include <stdlib.h>
#include <signal.h>
#include <unistd.h>
#include <stdarg.h>

#define bos(p) __builtin_object_size(p, 0)
static char buffer[8];
static void aborted(int signal) { write(1, "caught\n", 7); _exit(0); }
__attribute__((noinline)) static void print(char *to, unsigned long size, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    __builtin___vsnprintf_chk(to, size, 0, bos(to), format, ap);
    va_end(ap);
}

int main(int argc, char **argv)
{
    volatile unsigned long n = 4;
    char local[16];

    printf("%s\n", (char *) __builtin___memcpy_chk(local, "abcdefg", 8, bos(local)));
    __builtin___memset_chk(local, 'x', n, bos(local));
    __builtin___memmove_chk(local + 1, local, n, bos(local + 1));
    printf("%s\n", local);
    __builtin___strcpy_chk(local, "one", bos(local)); __builtin___strcat_chk(local, "two", bos(local));
    __builtin___strncat_chk(local, "three", n, bos(local)); __builtin___strncpy_chk(buffer, "12345", n, bos(buffer));
    printf("%s %s\n", local, buffer);
    printf("%d ", __builtin___snprintf_chk(local, n, 0, bos(local), "%d-%s", 12, "long"));
    printf("%d %s\n", __builtin___sprintf_chk(buffer, 0, bos(buffer), "%d", 345), local);
    print(local, sizeof(local), "%s %d", "va", 7);
    printf("%s\n", local);
    fflush(stdout);
    signal(SIGABRT, aborted);
    fclose(stderr);
    n = 9;
    __builtin___memset_chk(buffer, 0, n, bos(buffer));
    return 1;
}
