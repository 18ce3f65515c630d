/**
 * Reads Debian packages without installing them: the files of all given packages as one tree.
 *
 * <p>Packages are not trusted: the library {@code archive} bounds sizes and numbers and keeps paths inside the tree;
 * here links are followed inside it only, and different files of one path are refused.
 */
package org.latebind.headers.deb;
