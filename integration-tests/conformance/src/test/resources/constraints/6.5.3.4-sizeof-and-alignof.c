/* p1: neither a function, nor an incomplete type, nor a bit-field. */
struct incomplete;
struct { int bits : 3; } s;
extern int array[];
void f(void);
unsigned long fits = sizeof(int) + sizeof s + _Alignof(long);
unsigned long of_function = sizeof f;
unsigned long of_function_type = sizeof(int (void));
unsigned long of_incomplete = sizeof(struct incomplete);
unsigned long of_array = sizeof array;
unsigned long of_bits = sizeof s.bits;
unsigned long of_void = sizeof(void);
unsigned long alignment = _Alignof(struct incomplete);
unsigned long alignment_of_function = _Alignof(int (void));
