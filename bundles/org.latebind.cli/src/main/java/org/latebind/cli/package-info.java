/**
 * The commands. One picocli model serves the command line and the shell.
 *
 * <pre>
 * words ──picocli──▶ a ...Command ──▶ Job: inputs (ArtefactReader) ──▶ pipeline ──▶ Outputs (ArtefactWriter)
 *                                      └▶ Report: diagnostics, --time, --json
 * </pre>
 *
 * <p>A new command also needs: a line in {@link org.latebind.cli.PicocliCommandService}, a test of
 * its help and exit statuses, a line in README.md.
 */
package org.latebind.cli;
