/**
 * The 64-bit IBM Z.
 *
 * <p>What is odd about it: it is big-endian, so a short argument is in the last bytes of its word; no scalar is
 * aligned to more than 8 bytes, and every object with a symbol to at least 2, because instructions that load an
 * address count in halfwords; records travel in registers only where their size is that of one, {@code __int128}
 * never; modules are position-independent ({@code -fPIC}), and the module loader makes their tables of addresses and
 * calls; a kernel's stack frames are packed and chained backwards. Branches through thunks (expolines) and the
 * kernel's stack guard are what LLVM cannot make: such a kernel is refused.
 */
package org.latebind.codegen.s390x;
