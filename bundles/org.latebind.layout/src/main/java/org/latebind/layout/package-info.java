/**
 * Layout resolution: from declared records to offsets, from constant expressions to values, from
 * initializers to images.
 *
 * <p>{@link org.latebind.layout.RecordPlacement} answers "where does this member lie";
 * {@link org.latebind.layout.ConstantFolder} "what is this expression's value"; {@link
 * org.latebind.layout.ImageBuilder} "which bytes does this object begin with".
 */
package org.latebind.layout;
