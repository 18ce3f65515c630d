package org.latebind.typed.api;

/** Names an enumerated type. */
public record EnumId(int index) {}
