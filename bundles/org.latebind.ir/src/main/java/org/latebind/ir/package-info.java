/**
 * The deferred-type IR as text and as a file.
 *
 * <pre>
 * latebind-ir 2
 * build
 *   (Build [(ModulePlan "drv" [(UnitPlan "drv" "drv.c" [] [])])] -)
 * file "drv.c"
 *    41|   return t-&gt;cpu;
 * items
 *   [(DeferredItem 0:12@41:1 FUNCTION ["drv_cpu"] ["task_struct"] (Structured ...))]
 * </pre>
 *
 * <p>Source lines are those of the canonical tokens: lexing them again gives the tokens with their
 * positions. A {@code .dko} holds the same as numbers (docs/dko.md). Both are written and read by the shapes of the
 * nodes ({@link org.latebind.syntax.api.NodeShapes}), so that a new node needs no change here but a new version.
 */
package org.latebind.ir;
