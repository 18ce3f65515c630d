/**
 * Reads Debian packages without installing them: the files of all given packages as one tree.
 *
 * <p>A package (deb(5)) is an {@code ar} archive of {@code debian-binary}, {@code control.tar} and {@code
 * data.tar}, the latter two compressed. Packages are not trusted: sizes and numbers are bounded, paths
 * stay inside the tree, and links are followed inside it only.
 *
 * <p>Codes: LB5030 no package, LB5031 damaged, LB5032 passes a bound, LB5033 compression not supported,
 * LB5034 a path that leads out of the package, LB5035 different files of one path.
 */
package org.latebind.headers.deb;
