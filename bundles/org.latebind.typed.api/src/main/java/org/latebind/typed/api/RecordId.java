package org.latebind.typed.api;

/** Names a struct or union type. */
public record RecordId(int index) {}
