/** Everything about 64-bit Arm up to the object file: sizes, calling convention, flags, code. */
package org.latebind.codegen.aarch64;
