/* p1 to p4: return neither functions nor arrays; only register; complete parameters in a definition. */
struct incomplete;
int returns_array(void)[3];
int returns_function(void)(int);
void fine(int, ...);
void takes_static(static int p);
void declares_incomplete(struct incomplete i);
void defines_incomplete(struct incomplete i) { }
void takes_void(int, void);
void names_void(void v);
void list(a, b);
void named_twice(int a, int a);
