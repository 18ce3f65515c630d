/* 6.10.4p1, 6.10.8p4, 6.10p1: directives that are none. */
#line 0x10
#line
#line "name"
#frobnicate
#undef __FILE__
#define __LINE__ 5
