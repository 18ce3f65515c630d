extern int near;
