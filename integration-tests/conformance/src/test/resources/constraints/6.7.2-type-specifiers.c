/* p2: one of the lists of type specifiers. */
long long unsigned fine;
long char none;
short double of_these;
signed unsigned contrary;
long long long longer;
int float both;
unsigned _Bool truth;
void signed nothing;
