/**
 * The subset of the POSIX shell (and of bash) that packages use in makefiles, {@code dkms.conf} and small build
 * scripts, evaluated without running anything.
 *
 * <pre>
 * text --Parser--> Node --Interpreter over a ShellHost--> ShellResult: Known, Undecided or Refused
 * </pre>
 *
 * <p>Files, folders, the environment and the kernel's release are asked of a {@link org.latebind.shell.ShellHost}. What
 * the host does not know makes everything that depends on it undecided; what it knows only in part (a path with the
 * release in it) may be given as text with {@link org.latebind.shell.Unknowns}. A construct, command or option that is
 * not covered is refused with its place, never skipped: a command that only the build machine could answer (a compiler,
 * a package manager, the date) is refused likewise.
 *
 * <p>Covered are: quoting, parameter expansion, command and arithmetic substitution, fields and patterns, lists,
 * pipelines, {@code if}, {@code for}, {@code while}, {@code until}, {@code case}, groups, subshells, functions, here
 * documents, {@code [[ ]]}, arrays, {@code <<<} and {@code ${x/a/b}} of bash, and the commands of {@link
 * org.latebind.shell.Commands}. Redirections go to {@code /dev/null}, to another descriptor, or to files, which are
 * kept in memory and are part of the result.
 *
 * <p>Text is in ISO 8859-1, a character a byte, and the locale is C.
 *
 * <p>Codes: LB1240 not a shell script, LB1241 not covered, LB1242 a bound of {@link org.latebind.shell.ShellLimits}.
 */
@Export
@Version("1.0.0")
package org.latebind.shell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
