package org.latebind.typed.api;

/** Names a function. */
public record FunctionId(int index) {}
