/* p2: one default, distinct compatible complete types, at most one that fits, one unless there is a default. */
struct incomplete;
int n;
int one_default = _Generic(n, default: 1, default: 2);
int twice = _Generic(n, int: 1, signed: 2);
int none = _Generic(n, long: 1, char: 2);
int fits = _Generic(n, long: 1, default: 2);
int is_incomplete = _Generic(n, struct incomplete: 1, int: 2);
int is_function = _Generic(n, void (void): 1, int: 2);
