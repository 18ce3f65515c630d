/**
 * What tests of several modules share: programs and processes, expected outputs beside their inputs, what a test needs of
 * its machine, a small kernel, and the distribution as it was built. See docs/testing.md.
 */
package org.latebind.kit;
