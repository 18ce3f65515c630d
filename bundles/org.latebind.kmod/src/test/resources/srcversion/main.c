#include <linux/module.h>
#include "foo.h" /* quoted */
#include <foo.h>
#include "inc/bar.h"
#include <bar.h>
#include "sub/../foo2.h"
#include "./foo3.h"
// a line comment  with   spaces
static const char *a = "a  \" string /* no comment */ \
continued"; static char q = '"'; /*/ odd " */ static int z\
z;
MODULE_VERSION("1"); MODULE_LICENSE("GPL"); MODULE_DESCRIPTION("x");
void *sv_a(void) { return &a + q + zz; }
