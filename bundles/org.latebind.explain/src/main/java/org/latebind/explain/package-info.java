/**
 * What diagnostic codes mean: the command {@code explain}.
 *
 * <p>A code belongs to the bundle that reports it, and that bundle carries its page, in the entry {@value
 * org.latebind.explain.DiagnosticPages#ENTRY}: Markdown, a level-two heading for each code and text below it.
 *
 * <pre>
 * ## LB4004: no such member
 *
 * A member access names a member that the struct or union does not have ...
 * </pre>
 *
 * <p>So a bundle that is deployed into a running system brings the pages of its own codes. Where several bundles report
 * a code, or one of them asks for another's, the API or library bundle that they share has the page.
 */
package org.latebind.explain;
