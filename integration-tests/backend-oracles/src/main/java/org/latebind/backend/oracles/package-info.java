/**
 * The harness that tests of backends share: predefined macros against gcc, calls against clang, settings of
 * kernels that exist only as their flags. An oracle that is not installed skips its test, and says so.
 */
package org.latebind.backend.oracles;
