/** What packaging and booting kernel modules must know of 64-bit Arm. */
package org.latebind.codegen.aarch64.module;
