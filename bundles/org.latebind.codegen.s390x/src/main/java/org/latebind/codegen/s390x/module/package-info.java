/** What packaging and booting kernel modules must know of the 64-bit IBM Z. */
package org.latebind.codegen.s390x.module;
