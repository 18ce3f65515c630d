/* Label addresses: tables of them and of their differences, computed goto, local labels, _THIS_IP_. */
#include <stdio.h>

static int interpret(const unsigned char *code)
{
    static const void *const table[] = { &&op_stop, &&op_inc, &&op_double, [3 ... 4] = &&op_dec };
    static const int offsets[] = { &&op_stop - &&op_stop, &&op_inc - &&op_stop, &&op_double - &&op_stop };
    int acc = 1;

#define next() goto *table[*code++]
    next();
op_inc:
    acc++;
    if (*code == 9) { code++; goto *(&&op_stop + offsets[*code++]); }
    next();
op_double:
    acc *= 2;
    next();
op_dec:
    acc--;
    next();
op_stop:
    return acc;
}

#define this_ip() ({ __label__ here; here: (unsigned long) &&here; })

static int local_labels(int n)
{
    int total = 0;
#define loop(count) do { __label__ again, done; int k = (count); again: if (!k) goto done; total += k--; goto again; done: ; } while (0)
    loop(n);
    loop(n + 1);
    return total;
}

static int chosen(int n)
{
    void *to = n ? &&yes : &&no;
    goto *to;
yes: __attribute__((unused))
    return 1;
no:
    return 0;
}

int main(void)
{
    printf("%d\n", interpret((const unsigned char[]) { 1, 2, 1, 3, 2, 4, 0 }));
    printf("%d\n", interpret((const unsigned char[]) { 1, 9, 2, 1, 0 }));
    printf("%d %d\n", local_labels(4), chosen(2) * 10 + chosen(0));
    unsigned long ip = this_ip();
    printf("%d %d\n", ip != 0, ip - (unsigned long) main < 4096);
    return 0;
}
