/** Keeps the list of architectures: a backend's description is there while its bundle is. */
package org.latebind.target;
