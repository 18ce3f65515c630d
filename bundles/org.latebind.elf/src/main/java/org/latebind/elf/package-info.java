/**
 * ELF64 as data. {@link org.latebind.elf.ElfFile} finds sections of any file, such as a kernel's {@code vmlinux};
 * {@link org.latebind.elf.ElfNote} reads notes; and relocatable objects are data as a whole: what a code generator
 * emits and what a module packager merges.
 *
 * <p>A {@link org.latebind.elf.RelocatableObject} is sections and symbols; a relocation belongs
 * to the section it patches and names its symbol by index. String tables, symbol tables and group
 * sections are not sections here: {@link org.latebind.elf.ElfReader} takes them apart and {@link
 * org.latebind.elf.ElfWriter} makes them again.
 *
 * <p>Source: System V ABI, chapters "Object Files" and "Symbol Table" (generic ABI), 64-bit class.
 */
@Export
@Version("1.0.0")
package org.latebind.elf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
