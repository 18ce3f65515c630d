#include <linux/module.h>
#include "near.h"
#include "../foo2.h"
#include <foo.h>
int sub_core;
