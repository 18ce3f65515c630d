/**
 * The passes {@code read} and {@code ingest}: a kernel's headers, in whatever form they come, become {@link
 * org.latebind.headers.api.KernelHeaders}.
 *
 * <p>Codes: LB5040 no reader for the inputs, LB5041 several, LB5042 the BTF is not this kernel's or is
 * none, LB5047 the BTF is of another release.
 */
package org.latebind.headers.ingest;
