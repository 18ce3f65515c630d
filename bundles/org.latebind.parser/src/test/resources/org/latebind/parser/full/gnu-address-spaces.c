extern typeof(const struct s __seg_gs) a;
int x = *(typeof(a) __seg_gs *)(unsigned long)&a;
int __seg_fs *__seg_gs p;
