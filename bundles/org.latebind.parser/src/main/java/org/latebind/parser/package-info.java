/**
 * The parser of GNU C: recursive descent, with precedence climbing for binary operators.
 *
 * <pre>
 * tokens ─▶ {@link org.latebind.parser.TokenCursor} (sorts of tokens, errors, nesting limit)
 *             ▲ one class a part of the grammar, joined by {@link org.latebind.parser.Grammar}:
 *             DeclarationParser, SpecifierParser, DeclaratorParser, InitializerParser,
 *             StatementParser, AsmParser, ExpressionParser, AttributeParser
 * tokens ─▶ {@link org.latebind.parser.Outliner}: cuts a stream into declarations without parsing
 * </pre>
 */
package org.latebind.parser;
