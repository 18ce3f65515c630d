#ifndef F
#define F

extern int foo_h;
#endif
