/** Everything about the 64-bit IBM Z up to the object file: sizes, calling convention, flags, code. */
package org.latebind.codegen.s390x;
