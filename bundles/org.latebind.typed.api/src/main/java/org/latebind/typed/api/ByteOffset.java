package org.latebind.typed.api;

/** A resolved distance in bytes from the beginning of an object. */
public record ByteOffset(long bytes) {}
