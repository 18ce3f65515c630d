extern int baz;
