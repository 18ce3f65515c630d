/* Case ranges: narrow, wide, negative, beyond the type, touching, beside Duff's device and nested switches. */
#include <stdio.h>

enum color { RED, GREEN = 5, BLUE };

static int kind(int c)
{
    switch (c) {
    case 'a' ... 'z': case 'A' ... 'Z': return 1;
    case '0' ... '9': return 2;
    case -10 ... -1: return 3;
    case 1000 ... 1000000: return 4;
    case 200: case 201 ... 201: return 5;
    case -2147483647 - 1 ... -1000: return 6;
    default: return 0;
    }
}

static int of_unsigned(unsigned long x)
{
    switch (x) {
    case 0 ... 0x7fffffffffffffff: return 1;
    case 0x8000000000000000 ... 0xffffffffffffffff: return 2;
    }
    return 3;
}

static int narrow(unsigned char c)
{
    switch (c) {
    case 0 ... 0x7f: return 1;
    case 0xc2 ... 0xdf: return 2;
    case 0xe0 ... 0xef: return 3;
    case 0xf0 ... 0xf4: return 4;
    }
    return 0;
}

static int fall(int n)
{
    int sum = 0;
    switch (n) {
    case RED ... GREEN:
        sum += 1;
    case BLUE:
        sum += 10;
        switch (sum) { case 11 ... 20: sum += 100; break; case 0 ... 10: sum += 200; }
        break;
    default:
        sum = -1;
        while (n-- > 20) { case 15 ... 17: sum += 1000; }
    }
    return sum;
}

int main(void)
{
    int probes[] = { 'a', 'm', 'z', '{', '0', '9', ':', -11, -10, -1, 0, 999, 1000, 1000000, 1000001, 200, 201, 202, -1000, -2147483647 - 1 };
    for (int i = 0; i < (int) (sizeof(probes) / sizeof(probes[0])); i++)
        printf("%d ", kind(probes[i]));
    printf("\n%d %d %d %d\n", of_unsigned(0), of_unsigned(~0ul >> 1), of_unsigned(1ul << 63), of_unsigned(~0ul));
    for (int c = 0; c < 256; c += 13)
        printf("%d", narrow(c));
    printf("\n%d %d %d %d %d %d\n", fall(0), fall(5), fall(6), fall(7), fall(16), fall(23));
    return 0;
}
