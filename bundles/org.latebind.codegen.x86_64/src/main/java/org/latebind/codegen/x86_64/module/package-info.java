/**
 * What packaging a kernel module for x86-64 needs beyond generic ELF: the tables that objtool would
 * make.
 *
 * <p>All sites are found by their relocations: a call or jump to a thunk is a relocation against the
 * thunk's name, and the opcode stands right before the bytes it patches. Nothing is disassembled. A
 * {@code ModRM} byte before a RIP-relative displacement is 00 xxx 101, so it is never mistaken for
 * an opcode E8, E9 or 8x.
 */
package org.latebind.codegen.x86_64.module;
