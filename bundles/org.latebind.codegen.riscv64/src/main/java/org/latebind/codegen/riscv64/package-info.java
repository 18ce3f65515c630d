/**
 * 64-bit RISC-V.
 *
 * <p>What is odd about it: the instruction set is a list of extensions, so a kernel's flags spell it
 * ({@code -march=rv64imac_zicsr}) and a macro reports each; the kernel has no floating-point registers, user space
 * has, and the calling convention is another with them ({@code lp64}, {@code lp64d}); 32-bit integers are
 * sign-extended in registers even where they are unsigned; distances are sums of relocations ({@code ADD32},
 * {@code SUB32}), because a linker may shorten code; the stack guard is in the task, which {@code tp} points to.
 */
package org.latebind.codegen.riscv64;
