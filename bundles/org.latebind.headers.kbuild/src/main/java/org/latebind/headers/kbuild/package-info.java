/**
 * Reads kernel build trees: where their halves are, which files are headers, and the facts in config,
 * Makefiles, {@code Module.symvers} and linker script.
 *
 * <p>Compiler flags come out of the kernel's own Makefiles, whose variables are evaluated without
 * running anything ({@link org.latebind.headers.kbuild.KernelMakefiles}); what they mean to code generation is
 * the target description's to say.
 *
 * <p>Codes: LB5001 no build tree, LB5002 several, LB5003 shared half missing, LB5004 Makefiles
 * missing, LB5006 tree not complete, LB5007 Module.symvers, LB5008 module.lds,
 * LB5009 packages of different versions, LB5010 built with what cannot be honored,
 * LB5011 Makefiles without an end, LB5012 configured anew since it was built.
 */
package org.latebind.headers.kbuild;
