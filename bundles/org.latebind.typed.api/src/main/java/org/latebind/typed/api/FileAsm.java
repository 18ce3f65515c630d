package org.latebind.typed.api;

import org.latebind.diagnostics.api.Position;

/** Assembler at file scope: {@code asm("...");}. */
public record FileAsm(String text, Position at) {}
