/* p1: an integer constant expression after expansion. */
#define HAS(x) 1
#if 1 + 2 && defined(HAS) && HAS(0)
int fine;
#endif
#if VERSION(1, 2)
#endif
#if 1.5
#endif
#if "text"
#endif
#if 1 +
#endif
#if
#endif
#if (1
#endif
#if 1 = 2
#endif
#if 1 / 0
#endif
#ifdef
#endif
#ifdef 5
#endif
