/* 6.8.6.1p1: a label of this function, not into a variable array's scope; 6.8.6.2, .3: in loops; .4: return. */
void f(int n)
{
    goto absent;
    continue;
    break;
    goto into;
    int vla[n];
into:
    switch (n) { case 1: continue; }
    return 1;
}
int g(int n)
{
    if (n)
        return;
    return 1;
}
