/* C11 7.9. */
#ifndef __LATEBIND_ISO646
#define __LATEBIND_ISO646
#define and &&
#define and_eq &=
#define bitand &
#define bitor |
#define compl ~
#define not !
#define not_eq !=
#define or ||
#define or_eq |=
#define xor ^
#define xor_eq ^=
#endif
