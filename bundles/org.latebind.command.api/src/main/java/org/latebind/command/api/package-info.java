/**
 * Latebind's commands: one service behind the command line and the shell.
 *
 * <p>{@link org.latebind.command.api.CommandService} takes the words of a command and answers with
 * its exit status. The {@code ...Request} records are what a command's words come down to; they are
 * the artifacts that the pipelines {@code compile}, {@code ingest} and {@code cc} start from. A
 * bundle adds a command by registering a {@link org.latebind.command.api.CommandExtension}.
 */
@Export
@Version("1.1.0")
package org.latebind.command.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
