/* p4: a header named in one of the two forms. */
#include 5
