/**
 * The first cut: a module's sources become a deferred module.
 *
 * <pre>
 * CompileRequest ─ BuildPlan  which modules, units, folders and macros (from a Makefile or the command line)
 *                ─ ModuleFiles  every file of the module, lexed
 *                ─ deferred parsing, checks that need no kernel
 *                ─▶ DeferredModule
 * </pre>
 */
package org.latebind.compile;
