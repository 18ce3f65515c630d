/* C11 7.19. The C library asks for single types by __need_* before it includes this. */
#if !defined(__need_size_t) && !defined(__need_wchar_t) && !defined(__need_NULL) && !defined(__need_ptrdiff_t) \
    && !defined(__need_wint_t)
#define __need_size_t
#define __need_wchar_t
#define __need_NULL
#define __need_ptrdiff_t
#ifndef __LATEBIND_STDDEF
#define __LATEBIND_STDDEF
#define offsetof(type, member) __builtin_offsetof(type, member)
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
typedef struct {
    long long __longest __attribute__((__aligned__(__alignof__(long long))));
    long double __widest __attribute__((__aligned__(__alignof__(long double))));
} max_align_t;
#endif
#endif
#endif

#ifdef __need_ptrdiff_t
#ifndef __LATEBIND_PTRDIFF_T
#define __LATEBIND_PTRDIFF_T
typedef __PTRDIFF_TYPE__ ptrdiff_t;
#endif
#undef __need_ptrdiff_t
#endif

#ifdef __need_size_t
#ifndef __LATEBIND_SIZE_T
#define __LATEBIND_SIZE_T
typedef __SIZE_TYPE__ size_t;
#endif
#undef __need_size_t
#endif

#ifdef __need_wchar_t
#ifndef __LATEBIND_WCHAR_T
#define __LATEBIND_WCHAR_T
typedef __WCHAR_TYPE__ wchar_t;
#endif
#undef __need_wchar_t
#endif

#ifdef __need_wint_t
#ifndef __LATEBIND_WINT_T
#define __LATEBIND_WINT_T
typedef __WINT_TYPE__ wint_t;
#endif
#undef __need_wint_t
#endif

#ifdef __need_NULL
#undef NULL
#define NULL ((void *) 0)
#undef __need_NULL
#endif
