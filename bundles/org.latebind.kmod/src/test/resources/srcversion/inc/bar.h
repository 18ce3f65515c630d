#ifndef B
#define B
#include "baz.h"
#endif
