/**
 * The deferred-type IR: what {@code compile} makes of a module's sources and {@code link} binds.
 *
 * <pre>
 * DeferredModule
 *   files    every file of the module: canonical tokens, cut into items with their structured form
 *   build    kernel module -&gt; translation units -&gt; main file, include folders, macros; or the makefiles that say so
 * </pre>
 *
 * <p>Nothing in it comes from a kernel: macros are unexpanded, conditionals undecided, includes
 * residual, types named and not laid out. Paths are relative to the module's folder.
 */
@Export
@Version("2.0.0")
package org.latebind.ir.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
