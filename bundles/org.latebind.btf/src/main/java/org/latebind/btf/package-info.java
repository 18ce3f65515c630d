/**
 * BPF Type Format as data: the types that a kernel's own compiler gave it.
 *
 * <p>{@link org.latebind.btf.Btf} is a table of {@link org.latebind.btf.BtfType}s, read whole from
 * a {@code .BTF} section; types name each other by number, 0 being {@code void}. Several types may have
 * one name: different translation units of the kernel may have different private structs of it.
 *
 * <p>Source: Documentation/bpf/btf.rst and include/uapi/linux/btf.h of Linux 6.12.
 */
@Export
@Version("1.0.0")
package org.latebind.btf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
