/**
 * The {@code .khd} file: a kernel's headers as tokens, and its facts. docs/khd.md has its format.
 *
 * <p>Codes: LB5050 no header data, LB5051 other version, LB5052 damaged, LB5053 header left out.
 */
package org.latebind.headers.store;
