/**
 * The link's first half: a deferred module meets one kernel's header data.
 *
 * <pre>
 * DeferredModule + HeaderData
 *   ─ {@link org.latebind.bind.unit.IncludeSearch}      whose file an include means
 *   ─ {@link org.latebind.bind.unit.UnitPreprocessing}  the preprocessor as kbuild sets it up
 *   ─ {@link org.latebind.bind.StructuredUnit}          the unit item by item, conditionals decided
 *   ─ {@link org.latebind.bind.TreeBinding}             a tree with macro uses replaced
 *   ─ {@link org.latebind.bind.unit.UnitScope}          headers cut into declarations, parsed when a name is needed
 *   ─ semantic analysis                            TypedUnit
 * </pre>
 *
 * <p>Packages, none of which imports one above it: {@code unit} sets up and outlines one translation unit; this
 * package binds a module's; {@code universe} puts all headers of a kernel into units, records and checks them;
 * {@code inspect} prints and compares kernels.
 */
package org.latebind.bind;
