extern int foo3_h;
