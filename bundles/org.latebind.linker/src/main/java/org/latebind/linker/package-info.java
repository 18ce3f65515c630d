/**
 * The link's first half: a deferred module meets one kernel's header data.
 *
 * <pre>
 * DeferredModule + HeaderData
 *   ─ {@link org.latebind.linker.IncludeSearch}   whose file an include means
 *   ─ {@link org.latebind.linker.UnitPreprocessing}  the preprocessor as kbuild sets it up
 *   ─ {@link org.latebind.linker.StructuredUnit}  the unit item by item, conditionals decided
 *   ─ {@link org.latebind.linker.TreeBinding}     a tree with macro uses replaced
 *   ─ {@link org.latebind.linker.UnitScope}       headers cut into declarations, parsed when a name is needed
 *   ─ semantic analysis                           TypedUnit
 * </pre>
 */
package org.latebind.linker;
