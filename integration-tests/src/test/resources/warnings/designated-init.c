struct s { int a; int b; } __attribute__((designated_init)); struct o { struct s s; int x; }; struct n { struct { int p, q; } i; int r; } __attribute__((designated_init)); typedef struct { int a; } __attribute__((designated_init)) t;
---
struct s x = { 0 };
---
struct s x = { };
---
struct s x = { 1 };
---
struct s x = { .a = 1, 2 };
---
struct s x = { .a = 1, .b = 2 };
---
struct o x = { { 1, 2 }, 3 };
---
struct o x = { 1, 2, 3 };
---
struct o x = { .s = { .a = 1 } };
---
struct o x = { .s.a = 1, 2 };
---
struct o x = { .s.a = 1, .s.b = 2, .x = 3 };
---
struct s x[] = { { 1 }, { .a = 1 } };
---
struct s x[] = { { .a = 1 }, { .b = 1 } };
---
struct s x[] = { 1, 2 };
---
struct s f(void) { return (struct s) { 1, 2 }; }
---
struct s f(void) { return (struct s) { .a = 1 }; }
---
t x = { 1 };
---
struct n x = { .i = { 1, 2 }, .r = 1 };
---
struct n x = { .i.p = 1, 5, .r = 1 };
---
struct n x = { { 1, 2 }, .r = 1 };
---
struct s x = { b: 1, a: 2 };
---
struct s f(struct s y) { struct s x = y; return x; }
---
struct o f(struct s y) { struct o x = { y, 1 }; return x; }
