package org.latebind.typed.api;

/** Names an object with automatic storage duration (parameters and temporaries included), within its function. */
public record LocalId(int index) {}
