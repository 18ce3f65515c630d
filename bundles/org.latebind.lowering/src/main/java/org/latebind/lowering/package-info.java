/**
 * From the laid-out tree to LLVM IR text; begin at {@link org.latebind.lowering.LowerToLlvm};
 * {@link org.latebind.lowering.LowerPass} puts it into pipelines.
 *
 * <pre>
 * UnitLowering          symbols, declarations, order            ModuleWriter   the module's text
 *   StaticData          objects and their constants             FunctionAttributes, Aliases
 *   FunctionLowering    prologue, return, computed goto         Emitter        instructions, folding
 *     Statements        control flow          Scopes, Labels    what jumps leave
 *     Expressions       values                Conversions
 *     Places            objects, bit-fields   BitFieldRuns, Locals, Registers
 *     Calls             ABI                   Initializers
 *     Builtins, Atomics, AsmLowering          Intrinsics
 * </pre>
 */
package org.latebind.lowering;
