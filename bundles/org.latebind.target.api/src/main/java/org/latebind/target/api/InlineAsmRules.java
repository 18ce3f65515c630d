package org.latebind.target.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is the architecture's own in gcc's extended asm: constraint letters, operand modifiers,
 * registers. {@link InlineAsmTranslator} does the rest.
 */
@ProviderType
public interface InlineAsmRules {
    /**
     * Translates one constraint letter, or the multi-letter constraint that starts at {@code at}.
     *
     * @param constraint gcc's constraint without {@code = + & %} and alternatives
     * @return empty when the architecture does not have it
     */
    Optional<ConstraintCode> constraint(String constraint, int at);

    /**
     * The LLVM modifier for a gcc operand modifier, {@code w} of {@code %w0}.
     *
     * @return empty when it is not supported
     */
    Optional<String> modifier(char gccModifier);

    /**
     * What a modifier prints that tells nothing of an operand but its size.
     *
     * @param bytes of the integer or pointer
     * @return empty when the modifier is no such one, or has nothing for that size
     */
    default Optional<String> sizeSuffix(char gccModifier, int bytes) {
        return Optional.empty();
    }

    /** LLVM's name for a clobbered register; {@code memory} and {@code cc} are not asked for. */
    Optional<String> clobberedRegister(String gccName);

    /** A register as the name in {@code register T v asm("name")}. */
    Optional<Register> register(String gccName);

    /** Clobbers that every asm statement has, {@code ~{flags}} for instance. */
    List<String> implicitClobbers();

    /**
     * A constraint in LLVM's terms.
     *
     * @param llvm its text
     * @param length characters of the gcc constraint that it took
     * @param allows what the operand may be
     */
    record ConstraintCode(String llvm, int length, Allows allows) {}

    /** What an operand may be under a constraint. */
    enum Allows {
        REGISTER,
        MEMORY,
        IMMEDIATE,
        /** The operand is an address, passed as a pointer. */
        ADDRESS,
        /** A condition flag as output. */
        FLAG
    }

    /**
     * A machine register.
     *
     * @param llvm name for {@code {name}} constraints and {@code llvm.read_register}
     * @param bits its width
     * @param readable whether {@code llvm.read_register} accepts it
     */
    record Register(String llvm, int bits, boolean readable) {}
}
