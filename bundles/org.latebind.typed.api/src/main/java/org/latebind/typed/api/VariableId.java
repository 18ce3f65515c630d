package org.latebind.typed.api;

/** Names an object with static storage duration. */
public record VariableId(int index) {}
