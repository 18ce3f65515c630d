/**
 * The one bundle that holds LLVM: the JavaCPP presets and their native libraries.
 *
 * <pre>
 * LlvmService ── in-process ────────────────────────────────▶ Engine ──▶ libLLVM
 *             └─ worker ──▶ WorkerPool ──(stdin/stdout)──▶ Worker ──▶ Engine ──▶ libLLVM
 * </pre>
 *
 * <p>{@link org.latebind.llvm.Engine}, {@link org.latebind.llvm.Job}, {@link
 * org.latebind.llvm.Outcome}, {@link org.latebind.llvm.Natives} and {@link org.latebind.llvm.Worker}
 * use no class from outside this bundle, so that a worker needs this bundle's jar and nothing else.
 *
 * <p>LLVM answers a fatal error by ending the process. In a worker that costs the one job; in process
 * it ends the command, after a message.
 */
package org.latebind.llvm;
