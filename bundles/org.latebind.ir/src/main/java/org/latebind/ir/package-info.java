/**
 * The deferred-type IR as text and as a file.
 *
 * <pre>
 * latebind-ir 1
 * modules
 *   [(ModulePlan "drv" [(UnitPlan "drv" "drv.c" [] [])])]
 * file "drv.c"
 *    41|   return t-&gt;cpu;
 * items
 *   [(DeferredItem 0:12@41:1 FUNCTION ["drv_cpu"] ["task_struct"] (Structured ...))]
 * </pre>
 *
 * <p>Source lines are those of the canonical tokens: lexing them again gives the tokens with their
 * positions. Trees are written generically from their record components ({@link
 * org.latebind.ir.RecordPrinter}, {@link org.latebind.ir.RecordReader}), so that a new node needs no
 * change here. A {@code .dko} is a magic line and the xz-compressed text.
 */
package org.latebind.ir;
