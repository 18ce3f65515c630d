package org.latebind.target.api;

/** The arithmetic types of C11 6.2.5 and gcc's extensions to them. */
public enum BasicType {
    BOOL,
    CHAR,
    SIGNED_CHAR,
    UNSIGNED_CHAR,
    SHORT,
    UNSIGNED_SHORT,
    INT,
    UNSIGNED_INT,
    LONG,
    UNSIGNED_LONG,
    LONG_LONG,
    UNSIGNED_LONG_LONG,
    INT128,
    UNSIGNED_INT128,
    FLOAT16,
    FLOAT,
    DOUBLE,
    LONG_DOUBLE,
    FLOAT128
}
