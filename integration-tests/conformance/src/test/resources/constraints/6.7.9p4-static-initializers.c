/* p4: what initializes an object of static or thread storage duration is constant. */
int n, f();
static const int constant = 5;
static int fine = constant + sizeof(n);
static int call = f();
static int variable = n;
static int assigned = (n = 1);
static long truncated = (char) (long) &n;
static double by_double = 1.0 / f();
static int *fine_address = &n + 1;
static int **address_of_address = &(int *) { &fine };
int *at_file_scope = (int[]) { n };
struct { int a[2]; } list = { { 1, n } };
void g(int p)
{
    static int local = 1;
    static int by_parameter = p;
    static int *by_address = &p;
    f(by_parameter + local, by_address);
}
