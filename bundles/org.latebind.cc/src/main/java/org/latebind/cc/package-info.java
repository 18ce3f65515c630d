/**
 * Plain user-space C for this machine, everything bound at once: the door by which public C test suites
 * reach the front end.
 *
 * <pre>
 * ProgramRequest
 *   ─ {@link org.latebind.cc.CommandFlags}   what the flags ask of language and code
 *   ─ {@link org.latebind.cc.HostHeaders}    whose file an include means: -I, ours, the C library's
 *   ─ preprocessor, parser, semantic analysis     TypedUnit, BoundTarget
 * </pre>
 */
package org.latebind.cc;
