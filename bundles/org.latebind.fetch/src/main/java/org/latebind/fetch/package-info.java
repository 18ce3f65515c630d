/** {@code latebind fetch}: the header packages and the image of a Debian suite's newest kernel. */
package org.latebind.fetch;
