extern int foo2_h; /* hi */
