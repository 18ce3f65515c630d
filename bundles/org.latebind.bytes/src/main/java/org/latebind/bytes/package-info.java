/**
 * What {@code .dko} and {@code .khd} are made of: numbers as LEB128 (signed ones zigzag), texts, lists.
 *
 * <pre>
 *   ByteSink   -- bytes --  ByteSource        300  =  AC 02      -2  =  03      "if"  =  02 69 66
 * </pre>
 *
 * <p>Files come from strangers: each count is compared with the bytes that are left before anything is made for it, and
 * whatever does not fit ends as the exception that the reader's owner gives.
 */
@Export
@Version("1.0.0")
package org.latebind.bytes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
