/**
 * GNU C's builtin functions and attributes as data: one row each, which every stage reads.
 *
 * <pre>
 * BuiltinFunction   name, signature, meaning, properties, since which gcc; read by semantic analysis, layout,
 *                   lowering, and the answers to __has_builtin
 * GnuAttribute      name, effect, since which gcc; read by semantic analysis, and the answers to __has_attribute
 * </pre>
 *
 * <p>A new builtin is a row; if no other builtin means the same, also a constant of {@link
 * org.latebind.gnuc.Meaning}, for which the compiler then demands a case in lowering. A new attribute is a row; if no
 * other has the same effect, also a constant of {@link org.latebind.gnuc.Effect}, for which the compiler demands a
 * case in semantic analysis.
 */
@Export
@Version("1.1.0")
package org.latebind.gnuc;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
