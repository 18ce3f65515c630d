/**
 * C types, the typed tree that binding makes, and the laid-out tree that lowering takes.
 *
 * <p>The typed tree has every implicit conversion written out and every name resolved to an id, but
 * no layout: members are {@link org.latebind.typed.api.FieldPath}s, {@code sizeof} is a node. The
 * layout pass adds the {@link org.latebind.typed.api.RecordLayout}s that the unit needs and static
 * images, both with {@link org.latebind.typed.api.ByteOffset}s, which makes it a {@link
 * org.latebind.typed.api.LaidOutUnit}; nothing else can be lowered. Lowering reads that data and asks
 * no service: an offset reaches an instruction as a ByteOffset only.
 *
 * <p>Expressions are {@link org.latebind.typed.api.Lvalue}s (they designate an object or function)
 * and {@link org.latebind.typed.api.Rvalue}s (they have a value); {@link
 * org.latebind.typed.api.Rvalue.Load} is the lvalue conversion of C11 6.3.2.1. Records and
 * enumerations are referred to by id through a {@link org.latebind.typed.api.TypeTable}, so that all
 * records here are acyclic.
 *
 * <p><b>Identity of types.</b> A {@link org.latebind.typed.api.RecordId} or {@link
 * org.latebind.typed.api.EnumId} is a name that is the same in every unit of one kernel, so that a
 * declaration that one unit has typed means the same in the next:
 *
 * <ul>
 *   <li>A tag of file scope is its kind and name, {@code struct task_struct}, wherever it is defined
 *       and whether or not it is. So C has it (C11 6.2.7: across units a tag is its name), and it is
 *       what sharing needs: the prototype {@code void f(struct s *)} is the same where a unit defines
 *       {@code struct s}, where another never includes the header that does, and where a module
 *       defines it itself. Which definition a unit means is its TypeTable's to say; whoever shares
 *       layouts between units has to compare definitions, as two headers may define one tag.
 *   <li>A type without a tag, or with one of block scope, is where its specifier is written: whose
 *       file, path, line, column.
 *   <li>Where one place writes several, as {@code struct_group} does with its members, they are
 *       counted in the order in which the unit reads them. Within a declaration that is the order of
 *       the text. It may differ between units only where whole declarations without a tag share a
 *       place: those of a header that one unit includes several times.
 * </ul>
 *
 * <p>Dense numbers would be quicker to look up, but they depend on the order of reading, which differs
 * between units; whoever wants them gives them when lowering. Lowering itself has no need of any.
 * Names compare by reference where they come from one unit, and keep their hash.
 *
 * <p>A new node also needs: semantic analysis, the constant evaluator, lowering, the printer, and a
 * golden file.
 */
@Export
@Version("2.0.0")
package org.latebind.typed.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
