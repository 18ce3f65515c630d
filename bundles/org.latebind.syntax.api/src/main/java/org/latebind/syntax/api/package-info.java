/**
 * The syntax tree of GNU C, before any name is resolved and any type is known.
 *
 * <p>One grammar serves both cuts of the compiler. Parsed from a fully preprocessed stream, a tree
 * holds no <em>deferred</em> nodes. Parsed by {@code compile} from a module's own tokens, with
 * macros unexpanded and conditionals undecided, it may hold them; they are the records named {@code
 * MacroUse} (a kernel macro's use, of the sort of the place it stands in) and {@code Choice} (an
 * undecided conditional, hoisted to the nearest complete element). Binding replaces every deferred
 * node before semantic analysis.
 *
 * <pre>
 * translation unit  : {@link org.latebind.syntax.api.Declaration}*
 * Declaration       : Simple | Function | Assertion | FileAsm | PragmaLine | Empty | MacroUse | Choice
 * Statement         : ... | Declared (a declaration as block item) | MacroUse (with a body: loop head) | Choice
 * Expression, Initializer, Declarator, Specifiers, TypeName, Attribute
 * {@link org.latebind.syntax.api.DeferredItem} : what a module file is cut into
 * </pre>
 *
 * <p>A new node also needs: the parser, its shape ({@link org.latebind.syntax.api.NodeShapes}), by which the deferred
 * IR is written and read and binding walks, a new version of the {@code .dko}, semantic analysis, and a golden file.
 */
@Export
@Version("1.1.0")
package org.latebind.syntax.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
