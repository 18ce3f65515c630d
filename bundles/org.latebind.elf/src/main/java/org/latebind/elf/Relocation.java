package org.latebind.elf;

/**
 * One {@code Elf64_Rela}.
 *
 * @param offset in the section it patches, in bytes
 * @param type the machine's relocation number
 * @param symbol index into {@link RelocatableObject#symbols()}; {@link #NO_SYMBOL} for none
 */
public record Relocation(long offset, int type, int symbol, long addend) {
    public static final int NO_SYMBOL = -1;
}
