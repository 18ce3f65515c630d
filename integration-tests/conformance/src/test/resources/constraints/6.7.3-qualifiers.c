/* p2: restrict qualifies pointers to objects only. */
int *restrict fine;
int restrict number;
void (*restrict function)(void);
struct s { int x; } restrict record;
typedef int *pointer;
restrict pointer by_typedef;
