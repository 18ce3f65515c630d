/* p2: of functions only. */
inline int object;
_Noreturn int other;
inline int fine(void) { return 1; }
inline struct s { int x; };
typedef inline int type(void);
void f(inline int p);
struct { inline int member; } s;
/* p4: not of main. */
inline int main(void);
static inline int mainly(void) { return 1; }
