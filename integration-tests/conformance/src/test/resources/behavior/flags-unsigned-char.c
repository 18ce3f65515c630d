// flags: -funsigned-char
/* -funsigned-char: plain char in comparisons, promotions, bit-fields, constants, strings. */
#include <stdio.h>
#include <limits.h>

static char c = -1;
static const char text[] = "\xff";
struct bits { char b : 3; signed char s : 3; };
static int from_text = "\xe9"[0], from_character = '\377';
#if '\377' > 0
static int in_condition = 1;
#else
static int in_condition = 0;
#endif

int main(void)
{
    struct bits bits = { 7, 7 };

    printf("%d %d %d %d\n", c, c < 0, (char) 200, text[0]);
    printf("%d %d %d %d\n", bits.b, bits.s, CHAR_MIN, CHAR_MAX);
    printf("%d %d %d\n", from_text, from_character, in_condition);
    printf("%d\n", _Generic(c, char: 1, unsigned char: 2, default: 3));
    c >>= 4;
    printf("%d\n", c);
    return 0;
}
