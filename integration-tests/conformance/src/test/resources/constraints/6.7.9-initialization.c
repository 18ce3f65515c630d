/* p2 to p7: no more than there is room for, complete types, constants for what is static, designators that fit. */
struct incomplete;
struct s { int a, b; } ;
int n, fits[2] = { 1, 2 };
int more[2] = { 1, 2, 3 };
struct s more_members = { 1, 2, 3 };
struct incomplete i = { 1 };
int braces = { { 1 } };
int two = { 1, 2 };
int array[] = 5;
int outside[2] = { [2] = 1 };
int negative[2] = { [-1] = 1 };
int by_variable[2] = { [n] = 1 };
struct s absent = { .c = 1 };
struct s index = { [0] = 1 };
int field[2] = { .a = 1 };
char text[2] = "abc";
char fine[3] = "abc";
int *pointer = 5;
char *of_wrong = &n;
struct s from_scalar = 5;
extern int with_extern;
void f(void)
{
    int vla[n] = { 1 };
    extern int local = 1;
    typedef int type = 1;
}
