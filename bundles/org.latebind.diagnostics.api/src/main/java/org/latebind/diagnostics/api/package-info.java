/**
 * What goes wrong, where, on whose evidence, and what to try.
 *
 * <p>A {@link org.latebind.diagnostics.api.Diagnostic} is data; {@link
 * org.latebind.diagnostics.api.DiagnosticPrinter} renders it as file:line:col, source line and
 * caret. Stages report into a {@link org.latebind.diagnostics.api.DiagnosticSink} and go on where
 * they can; input that cannot be read at all is thrown as {@link
 * org.latebind.diagnostics.api.DiagnosticException}.
 *
 * <p>Codes are {@code LBnnnn}: 1xxx files and containers, 2xxx lexer and preprocessor, 3xxx parser,
 * 4xxx types and constraints, 5xxx header data and targets, 6xxx layout and constants, 7xxx lowering and code
 * generation, 8xxx module packaging, 9xxx pipelines and commands. A code has one meaning, and a page in the bundle that
 * reports it: its entry {@code OSGI-INF/latebind/diagnostics.md}, which {@code latebind explain} reads.
 */
@Export
@Version("1.0.0")
package org.latebind.diagnostics.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
