/**
 * Semantic analysis: from the untyped syntax tree of a translation unit to its typed tree.
 *
 * <pre>
 * {@link org.latebind.sema.api.FileScope}       names at file scope, looked up when they are needed
 *   + {@link org.latebind.sema.api.AnalysisOptions}  target, language, what is an error
 *   = {@link org.latebind.typed.api.TypedUnit}  what the roots reach, with every conversion written out
 * </pre>
 */
@Export
@Version("1.1.0")
package org.latebind.sema.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
