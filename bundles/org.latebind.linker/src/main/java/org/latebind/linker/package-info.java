/**
 * The link's first half: a deferred module meets one kernel's header data.
 *
 * <pre>
 * DeferredModule + HeaderData
 *   ─ {@link org.latebind.linker.IncludeSearch}   whose file an include means
 *   ─ {@link org.latebind.linker.UnitPreprocessing}  the unit's tokens, macros expanded, conditionals decided
 *   ─ {@link org.latebind.linker.LazyFileScope}   cut into declarations, parsed when a name is needed
 *   ─ semantic analysis                           TypedUnit
 * </pre>
 */
package org.latebind.linker;
