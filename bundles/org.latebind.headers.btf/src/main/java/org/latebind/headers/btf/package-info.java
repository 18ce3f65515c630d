/** A kernel's BTF from the files that carry it: bare, in an ELF file, in a compressed kernel image. */
package org.latebind.headers.btf;
