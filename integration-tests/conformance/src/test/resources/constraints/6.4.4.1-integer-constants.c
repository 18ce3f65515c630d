/* p2: the value of a constant shall be in the range of its type. */
unsigned long fits = 18446744073709551615u;
unsigned long too_big = 18446744073709551616u;
int octal = 089;
int suffix = 1xyz;
int hexadecimal = 0x;
