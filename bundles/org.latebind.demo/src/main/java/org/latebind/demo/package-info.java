/**
 * {@code latebind demo}: real modules, compiled once, linked for the newest kernels of several Debian
 * suites, loaded and exercised in each.
 */
package org.latebind.demo;
