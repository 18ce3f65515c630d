package org.latebind.typed.api;

/** Names a label, within its function. */
public record LabelId(int index) {}
