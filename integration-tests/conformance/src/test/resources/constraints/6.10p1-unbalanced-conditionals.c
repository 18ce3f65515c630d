/* 6.10p1: conditionals that are closed, and closed once. */
#else
#endif
#if 0
#else
#else
#elif 1
#endif
#elif 2
#if 1
#else
#else
#elif 2
#endif
#if 0
#if 1
#else
#else
#endif
#elif 1
int taken;
#else
#ifdef B
#else
#elif 1
#endif
#endif
int fine;
#ifdef A
