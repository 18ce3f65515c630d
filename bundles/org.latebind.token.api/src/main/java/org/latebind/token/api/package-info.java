/**
 * Preprocessing tokens with provenance, lexed files, and the preprocessor as a service.
 *
 * <p>A {@link org.latebind.token.api.LexedFile} is what translation phases 1 to 3 make of a file
 * (C11 5.1.1.2): comments and line splices are gone, directives are still lines of tokens. The
 * preprocessor (phase 4) turns lexed files into a flat stream; every token of that stream knows the
 * spelling position it came from and the macro uses it passed through.
 */
@Export
@Version("1.0.0")
package org.latebind.token.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
