package org.latebind.parser;

import java.util.regex.Pattern;

/** What kernel C's naming habits tell about an unknown name. A guess that fails is seen at link time. */
final class NameShapes {
    private static final Pattern INTEGER_TYPE =
            Pattern.compile("_*(?:[us](?:8|16|32|64|128)|[bl]e(?:16|32|64)|bool|u?int|u?long|ushort|uchar|[us]size_t)");

    private NameShapes() {}

    /** {@code size_t}, {@code u32}, {@code __be16}. */
    static boolean isTypeLike(String name) {
        return name.endsWith("_t") || INTEGER_TYPE.matcher(name).matches();
    }

    /** {@code __init}, {@code ____cacheline_aligned}: attributes begin with two underscores, and so do few types. */
    static boolean isAttributeLike(String name) {
        return name.startsWith("__") && !isTypeLike(name);
    }

    /** {@code PAGE_SIZE}: a macro or enumerator, not a type. */
    static boolean isUpperCase(String name) {
        return name.chars().noneMatch(Character::isLowerCase) && name.chars().anyMatch(Character::isUpperCase);
    }
}
