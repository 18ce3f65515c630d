/* p2, p3: at most one, and where it may stand; 6.9p2: neither auto nor register at file scope. */
static extern int two;
typedef static int also_two;
auto int at_file;
register int in_register;
void f(register int parameter, static int wrong)
{
    _Thread_local int local;
    static int fine;
    static int prototype(void);
    auto register int both;
}
int g(typedef int p);
struct { static int member; } s;
