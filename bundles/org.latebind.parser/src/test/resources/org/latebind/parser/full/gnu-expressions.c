int f(int x)
{
	int y = ({ int z = x; z + 1; });
	__auto_type w = _Generic(x, int: 1, const char *: 2, default: 3);
	y = __builtin_offsetof(struct s, a.b[1].c) + __builtin_types_compatible_p(int, typeof(x));
	y = __builtin_choose_expr(1, x, y) + __builtin_va_arg(ap, char *) + __builtin_has_attribute(x, aligned(4));
	y = __extension__ __real__ x + __builtin_has_attribute(int, packed);
	y = ((int)({ x; }))[&a];
	return __func__[0];
}
