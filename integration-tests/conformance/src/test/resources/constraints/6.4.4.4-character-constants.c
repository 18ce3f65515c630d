/* p9: an escape sequence shall be in the range of its type. */
char fits = '\377', hex = '\xff';
char octal = '\777';
char too_big = '\x123';
char empty = '';
