/**
 * 64-bit Arm.
 *
 * <p>What is odd about it: {@code va_list} is a record passed by value; records of one to four members of one
 * floating type travel in as many vector registers; unnamed bit-fields align their record; {@code char} and
 * {@code wchar_t} are unsigned, and no vector is aligned to more than 16 bytes; return addresses may be signed and
 * branch targets marked; the kernel has no floating-point registers, and its stack guard is in the task, which
 * {@code sp_el0} points to; the module loader makes room for far jumps in sections that a module must bring.
 */
package org.latebind.codegen.aarch64;
