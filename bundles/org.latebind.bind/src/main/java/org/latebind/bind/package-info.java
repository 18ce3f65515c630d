/**
 * Semantic analysis: syntax tree in, typed tree out.
 *
 * <pre>
 * {@link org.latebind.bind.Unit}          one run: what everything below shares
 * {@link org.latebind.bind.FileNames}     file-scope names, resolved and merged when first needed
 * {@link org.latebind.bind.TypeBuilder}   specifiers and declarators to types; RecordBuilder, EnumBuilder
 * {@link org.latebind.bind.Expressions}   dispatch; Operators, Calls, Builtins, Members, Literals ...
 * {@link org.latebind.bind.Conversions}   C11 6.3; Compatibility is 6.2.7
 * {@link org.latebind.bind.Initializers}  C11 6.7.9
 * {@link org.latebind.bind.Statements}    C11 6.8, with Labels, AsmOperands
 * </pre>
 */
package org.latebind.bind;
