/**
 * Semantic analysis: syntax tree in, typed tree out.
 *
 * <pre>
 * {@link org.latebind.sema.Unit}          one run: what everything below shares
 * {@link org.latebind.sema.FileNames}     file-scope names, resolved and merged when first needed
 * {@link org.latebind.sema.TypeBuilder}   specifiers and declarators to types; RecordBuilder, EnumBuilder
 * {@link org.latebind.sema.Expressions}   dispatch; Operators, Calls, Builtins, Members, Literals ...
 * {@link org.latebind.sema.Conversions}   C11 6.3; Compatibility is 6.2.7
 * {@link org.latebind.sema.Initializers}  C11 6.7.9
 * {@link org.latebind.sema.Statements}    C11 6.8, with Labels, AsmOperands
 * </pre>
 */
package org.latebind.sema;
