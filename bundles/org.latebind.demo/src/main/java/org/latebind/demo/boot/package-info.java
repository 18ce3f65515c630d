/**
 * Boots a kernel with modules in an emulator and judges what happened.
 *
 * <pre>
 *   busybox, modules, guest scripts --cpio--> initramfs --QEMU--> console --> steps, kernel log, taint
 * </pre>
 *
 * The guest speaks in lines: {@code @@ ok MODULE TEXT}, {@code @@ failed MODULE TEXT: WHY}, {@code @@
 * says MODULE TEXT}, {@code @@ taint N}, {@code @k KERNEL LOG LINE}.
 */
package org.latebind.demo.boot;
