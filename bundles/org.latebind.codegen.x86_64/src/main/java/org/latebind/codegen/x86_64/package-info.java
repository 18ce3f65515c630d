/**
 * x86-64.
 *
 * <p>What is odd about it: the kernel lives in the top 2 GB, so symbols are reached by sign-extended
 * 32-bit addresses (code model kernel, static relocation) and never through a GOT; it runs without a
 * red zone, without SSE, MMX and x87; every indirect branch and every return goes through a thunk; a
 * record of up to 16 bytes is split into eightbytes that are classified one by one; its kernel has tables that
 * objtool makes (sites of calls and thunks, ORC for unwinding), which packaging makes here from relocations and
 * call-frame information.
 */
package org.latebind.codegen.x86_64;
