/**
 * The link's first half: a deferred module meets one kernel's header data.
 *
 * <pre>
 * DeferredModule + HeaderData
 *   ─ {@link org.latebind.bind.IncludeSearch}   whose file an include means
 *   ─ {@link org.latebind.bind.UnitPreprocessing}  the preprocessor as kbuild sets it up
 *   ─ {@link org.latebind.bind.StructuredUnit}  the unit item by item, conditionals decided
 *   ─ {@link org.latebind.bind.TreeBinding}     a tree with macro uses replaced
 *   ─ {@link org.latebind.bind.UnitScope}       headers cut into declarations, parsed when a name is needed
 *   ─ semantic analysis                           TypedUnit
 * </pre>
 */
package org.latebind.bind;
