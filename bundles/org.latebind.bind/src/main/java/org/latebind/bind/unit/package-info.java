/**
 * One translation unit: the preprocessor set up as kbuild does it, includes resolved, kernel headers outlined into
 * declarations that are parsed when a name is needed.
 */
package org.latebind.bind.unit;
