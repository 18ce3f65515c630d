/* p1: one operand points to a complete object, the other is an integer. */
struct incomplete;
int f(int *p, double d, struct incomplete *i, int n)
{
    int sum = p[n] + n[p];
    sum += p[d];
    sum += n[n];
    sum += p[p];
    i[0];
    return sum;
}
