#include <stdio.h>
#define EFI __attribute__((ms_abi))

struct one { char a; };
struct two { short a; };
struct three { char a[3]; };
struct four { int a; };
struct eight { int a; char b; };
union either { long a; char b[5]; };
struct twelve { int a, b, c; };
struct sixteen { void *a; long b; };
struct aligned { long a; } __attribute__((aligned(32)));
struct floats { float a; };
struct number { double a; };
enum color { RED, GREEN = 7 };

typedef unsigned long EFI (*status_call)(void *, unsigned long, const char *, unsigned int);
struct table { long header; status_call call; int (EFI *other)(signed char); };

EFI int narrow(signed char a, unsigned char b, short c, unsigned short d, _Bool e, char f, enum color g);
EFI long wide(long a, unsigned long b, long long c, void *d, long e, int f, long g, unsigned h, short i);
EFI long records(struct one a, struct two b, struct three c, struct four d, struct eight e, union either f,
        struct twelve g, struct sixteen h, struct aligned i);
EFI double floating(float a, double b, int c, float d, double e, long f);
EFI long inRecords(struct floats a, struct number b, struct floats c, int d, struct number e);
EFI long huge(int a, __int128 b, unsigned __int128 c, long d, __int128 e);
EFI signed char ofChar(int a);
EFI unsigned short ofShort(int a);
EFI _Bool ofBool(long a);
EFI float ofFloat(int a);
EFI double ofDouble(int a);
EFI struct one ofOne(int a);
EFI struct two ofTwo(int a);
EFI struct three ofThree(int a, int b);
EFI struct four ofFour(int a);
EFI struct eight ofEight(int a);
EFI union either ofEither(long a);
EFI struct sixteen ofSixteen(void *a, long b, long c, long d);
EFI struct number ofNumber(int a);
EFI struct aligned ofAligned(int a);
EFI void nothing(int *a);
EFI long through(long (EFI *back)(long, struct three, long), long a);
long usual(long (EFI *f)(long, long, long, long, long), long a, long b, long c, long d, long e);
unsigned long fill(struct table *t);
/* What the convention lets the callee keep: rdi, rsi and xmm6 and up among them. */
EFI long spoiling(long a);
