/**
 * The passes {@code read} and {@code ingest}: a kernel's headers, in whatever form they come, become {@link
 * org.latebind.headers.api.KernelHeaders}.
 */
package org.latebind.headers.ingest;
