/* C11 7.23. */
#ifndef __LATEBIND_STDNORETURN
#define __LATEBIND_STDNORETURN
#define noreturn _Noreturn
#endif
