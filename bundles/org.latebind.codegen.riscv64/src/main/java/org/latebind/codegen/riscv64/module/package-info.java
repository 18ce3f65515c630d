/** What packaging and booting kernel modules must know of 64-bit RISC-V. */
package org.latebind.codegen.riscv64.module;
