/* p2 to p5: of objects, neither bit-fields nor parameters nor register; constant, valid, no less strict. */
int n;
_Alignas(16) int fine;
_Alignas(0) int zero;
_Alignas(3) int three;
_Alignas(n) int variable;
_Alignas(-8) int negative;
_Alignas(1) int less_strict;
_Alignas(8) int function(void);
_Alignas(8) typedef int type;
struct { _Alignas(8) int bits : 3; } s;
void f(_Alignas(8) int parameter) { }
void g(void) { _Alignas(8) register int in_register; }
