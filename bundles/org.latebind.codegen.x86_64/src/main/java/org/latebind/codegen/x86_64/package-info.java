/**
 * The architecture x86-64: how the kernel's and the System V ABI's idea of it become ours.
 *
 * <p>What is odd about it: the kernel lives in the top 2 GB, so symbols are reached by sign-extended
 * 32-bit addresses (code model kernel, static relocation) and never through a GOT; it runs without a
 * red zone, without SSE, MMX and x87; every indirect branch and every return goes through a thunk; a
 * record of up to 16 bytes is split into eightbytes that are classified one by one.
 *
 * <ul>
 *   <li>{@link org.latebind.codegen.x86_64.X86Target}: the face that front end, layout and ingestion see
 *   <li>{@link org.latebind.codegen.x86_64.KernelSettings}: from the flags of a kernel's Makefiles to settings
 *   <li>{@link org.latebind.codegen.x86_64.SystemVAbi}: arguments and results
 *   <li>{@link org.latebind.codegen.x86_64.X86InlineAsm}: constraint letters, modifiers, registers
 *   <li>{@link org.latebind.codegen.x86_64.X86CodeGenerator}: object code
 * </ul>
 */
package org.latebind.codegen.x86_64;
