#pragma GCC visibility push(hidden)
extern int hidden_variable;
int hidden_function(void);
int shown(void) __attribute__((visibility("default")));
#pragma GCC visibility push(default)
extern int plain_variable;
#pragma GCC visibility pop
int hidden_definition(void) { return hidden_variable + plain_variable; }
#pragma GCC visibility pop
int shown(void) { return hidden_function(); }
static void __attribute__((constructor)) begin(void) {}
