/* p2 to p7: named members, no function or incomplete type, a flexible array at the end, bit-fields that fit. */
struct incomplete;
struct contains { struct incomplete i; };
struct with_function { int f(void); };
struct itself { struct itself again; };
struct with_void { void v; };
struct not_last { int n; int flex[]; int after; };
struct twice { int m; struct { int m; }; };
struct variable { int n; int width : 33; };
struct negative { int n : -1; };
struct zero { int named : 0; };
struct of_float { float f : 3; };
struct of_pointer { int *p : 3; };
struct of_char { char c : 9; };
struct not_constant { int n : (int) sizeof(int) * variable; };
struct nothing_declared { int n; int; };
struct fine { int a : 3, : 0, b : 32; _Bool c : 1; int flex[]; };
struct boolean { _Bool c : 2; };
