/** A template: a pass of one's own, to be dropped into the deploy folder. */
package org.example.lint;
