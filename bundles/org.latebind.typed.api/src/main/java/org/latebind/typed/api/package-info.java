/**
 * C types, the typed tree that binding makes, and the laid-out tree that lowering takes.
 *
 * <p>The typed tree has every implicit conversion written out and every name resolved to an id, but
 * no layout: members are {@link org.latebind.typed.api.FieldPath}s, {@code sizeof} is a node. The
 * layout pass adds {@link org.latebind.typed.api.RecordLayout}s and static images with {@link
 * org.latebind.typed.api.ByteOffset}s, which makes it a {@link
 * org.latebind.typed.api.LaidOutUnit}; nothing else can be lowered.
 *
 * <p>Expressions are {@link org.latebind.typed.api.Lvalue}s (they designate an object or function)
 * and {@link org.latebind.typed.api.Rvalue}s (they have a value); {@link
 * org.latebind.typed.api.Rvalue.Load} is the lvalue conversion of C11 6.3.2.1. Records and
 * enumerations are referred to by id through a {@link org.latebind.typed.api.TypeTable}, so that all
 * records here are acyclic.
 *
 * <p>A new node also needs: semantic analysis, the constant evaluator, lowering, the printer, and a
 * golden file.
 */
@Export
@Version("1.0.0")
package org.latebind.typed.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
