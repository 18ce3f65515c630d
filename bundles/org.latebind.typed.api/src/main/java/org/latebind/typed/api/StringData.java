package org.latebind.typed.api;

import java.util.List;

/**
 * The elements of a string literal, terminating zero included, escapes resolved.
 *
 * @param elementBytes 1 for plain and u8, 2 for u (and L with short wchar_t), 4 for U
 * @param elements unsigned values
 */
public record StringData(int elementBytes, List<Integer> elements) {
    public StringData {
        elements = List.copyOf(elements);
    }
}
