/* p1, p2: an integer size above zero, complete elements; of variable size only in blocks. */
struct incomplete;
int n;
int fine[3];
int real[1.5];
int negative[-1];
int by_pointer[(int *) 0];
struct incomplete list[3];
void nothing[2];
int functions[2](void);
int variable[n];
extern int (*pointer)[n];
int unsized[][];
void f(int n)
{
    int vla[n];
    static int lasting[n];
    extern int outside[n];
    int initialized[n] = { 1 };
    struct { int member[n]; } s;
}
void static_in(int a[static 3]);
int outside_parameter[static 3];
int qualified[const 3];
