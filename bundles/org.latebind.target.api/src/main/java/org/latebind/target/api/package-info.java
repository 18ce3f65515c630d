/**
 * What everybody but the code generator needs to know about an architecture.
 *
 * <p>An architecture is one bundle; its compile-time face is the service {@link
 * org.latebind.target.api.TargetDescription}. Code elsewhere never names an architecture: it holds a
 * description and asks.
 *
 * <pre>
 * TargetDescription
 *   names            triple, kernel ARCH, Debian architecture ...
 *   dataModel        sizes, alignments, bit-field and enum rules, va_list
 *   predefinedMacros the compiler we act as, as text of #define lines
 *   personality      answers to __has_attribute, __has_builtin, __has_feature
 *   abi, msAbi       how arguments and results travel
 *   inlineAsm        constraint letters, operand modifiers, registers
 *   kernelSettings   from a kernel's configuration and Makefiles to {@link
 *                    org.latebind.target.api.TargetSettings}
 * </pre>
 *
 * <p>{@link org.latebind.target.api.TargetSettings} is what flags decide, so it differs between
 * kernels of one architecture; the description is what no flag changes.
 */
@Export
@Version("1.1.0")
package org.latebind.target.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
