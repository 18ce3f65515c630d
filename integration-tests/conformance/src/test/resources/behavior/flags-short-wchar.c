// flags: -fshort-wchar
/* -fshort-wchar: wide literals have 16-bit elements, as EFI names do. */
#include <stdio.h>

static const unsigned short name[] = L"Boot\u00e9\U0001f600";
static struct { int n; unsigned short text[4]; } in = { 1, L"ab" };

int main(void)
{
    printf("%d %d %d\n", (int) sizeof(L"abc"), (int) sizeof(L'x'), (int) sizeof(name));
    for (int i = 0; i < (int) (sizeof(name) / sizeof(*name)); i++)
        printf("%x ", name[i]);
    printf("%c %d %d\n", in.text[1], in.text[3], (__WCHAR_TYPE__) -1 > 0);
    return 0;
}
