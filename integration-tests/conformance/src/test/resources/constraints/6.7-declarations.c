/* p2, p3, p4: declares something; no second without linkage; the same type each time. */
struct s { int x; };
int;
struct s;
long int;
typedef int t;
typedef int t;
typedef long t;
int same;
int same;
extern long same;
int f(int);
int f(long);
enum e { A };
int A;
void g(int p)
{
    int local;
    int local;
    int p;
    extern int same;
    static int f;
    enum { B };
    int B;
    typedef int inner;
    typedef long inner;
}
