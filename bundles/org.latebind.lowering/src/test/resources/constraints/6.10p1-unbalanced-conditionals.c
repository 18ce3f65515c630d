/* 6.10p1: conditionals that are closed, and closed once. */
#else
#endif
#if 0
#else
#else
#elif 1
#endif
#elif 2
int fine;
#ifdef A
