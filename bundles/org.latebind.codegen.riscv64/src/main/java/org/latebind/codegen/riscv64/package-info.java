/** Everything about 64-bit RISC-V up to the object file: sizes, calling convention, flags, code. */
package org.latebind.codegen.riscv64;
