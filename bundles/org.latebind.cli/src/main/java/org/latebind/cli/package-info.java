/**
 * The commands. One picocli model serves the command line and the shell.
 *
 * <pre>
 * words ──picocli──▶ a ...Command ──▶ Job: inputs (ArtifactReader) ──▶ pipeline ──▶ Outputs (ArtifactWriter)
 *                                      └▶ Report: diagnostics, what was written, --time; or one JSON document
 *        └▶ Failures: wrong words, what no Job reports
 * </pre>
 *
 * <p>A new command also needs: a line in {@link org.latebind.cli.PicocliCommandService}, a test of
 * its help and exit statuses, a line in README.md, its fields in docs/json.md and lines in {@code JsonTest}.
 */
package org.latebind.cli;
