/**
 * Versions of exported symbols, as the kernel's {@code scripts/genksyms} computes them: a CRC over the declaration's
 * tokens with every type that it mentions written out. The answer depends on every detail of that program, its
 * syntax errors among them, so this follows it step by step:
 *
 * <pre>
 * preprocessed tokens --RawTokens--> genksyms' own tokens --Phrases--> terminals --Declarations--> SymbolTable
 *                                                                      __GENKSYMS_EXPORT_SYMBOL(x) --Expansion--> CRC
 * </pre>
 *
 * <ul>
 *   <li>{@link org.latebind.genksyms.RawTokens} splits a preprocessing token as genksyms' scanner does: {@code !=} is
 *       two, {@code 1ULL} is {@code 1UL} and {@code L}.
 *   <li>{@link org.latebind.genksyms.Phrases} makes one terminal of what the grammar does not look into: attributes,
 *       asm, array bounds, function bodies, initializers. It asks the symbol table which names are types.
 *   <li>{@link org.latebind.genksyms.Declarations} is an LALR(1) parser with the error recovery of GNU Bison, over
 *       tables that {@link org.latebind.genksyms.ParserTables} makes of a grammar file. What genksyms cannot parse it
 *       skips up to a semicolon or brace, and a symbol declared there has no version.
 *   <li>A declaration is a chain of {@link org.latebind.genksyms.Node}, from its last token to its first.
 * </ul>
 *
 * <p>A kernel whose genksyms reads C otherwise needs: a {@link org.latebind.genksyms.Dialect}, where the grammar
 * differs a grammar file, and a run of {@code integration-tests/genksyms} against its program.
 */
@Export
@Version("1.0.0")
package org.latebind.genksyms;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
