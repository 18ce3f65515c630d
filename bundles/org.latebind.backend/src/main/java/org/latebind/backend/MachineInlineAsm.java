package org.latebind.backend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.latebind.target.api.InlineAsmRules;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Inline assembly of an architecture: gcc's "Simple Constraints" are here, its machine constraints in the backend.
 *
 * <p>Without more, modifiers are spelled alike in gcc and LLVM, and an asm statement clobbers only what it says.
 */
@ConsumerType
public abstract class MachineInlineAsm implements InlineAsmRules {
    private final String modifiers;
    private final Map<String, Register> registers;

    /**
     * @param modifiers letters of operand modifiers that gcc and LLVM both have
     * @param registers by each of gcc's names
     */
    protected MachineInlineAsm(String modifiers, Map<String, Register> registers) {
        this.modifiers = Objects.requireNonNull(modifiers);
        this.registers = Map.copyOf(registers);
    }

    @Override
    public final Optional<ConstraintCode> constraint(String constraint, int at) {
        char letter = constraint.charAt(at);
        return switch (letter) {
            case 'r' -> same(letter, Allows.REGISTER);
            case 'm', 'o', 'V' -> code("m", Allows.MEMORY);
            case 'p' -> same(letter, Allows.ADDRESS);
            case 'i', 'n', 's' -> same(letter, Allows.IMMEDIATE);
            default -> machineConstraint(constraint, at);
        };
    }

    /** {@link #constraint} for letters that mean something on this architecture only. */
    protected abstract Optional<ConstraintCode> machineConstraint(String constraint, int at);

    /** A letter that LLVM has, too. */
    protected static Optional<ConstraintCode> same(char letter, Allows allows) {
        return code(Character.toString(letter), allows);
    }

    /** A letter for which LLVM has something else. */
    protected static Optional<ConstraintCode> code(String llvm, Allows allows) {
        return Optional.of(new ConstraintCode(llvm, 1, allows));
    }

    /** An output that is a condition flag, {@code @ccCONDITION}. */
    protected static Optional<ConstraintCode> flag(String constraint, int at, List<String> conditions) {
        if (!constraint.startsWith("@cc", at)) {
            return Optional.empty();
        }
        var condition = constraint.substring(at + 3);
        return conditions.contains(condition)
                ? Optional.of(new ConstraintCode("{@cc" + condition + "}", 3 + condition.length(), Allows.FLAG))
                : Optional.empty();
    }

    @Override
    public Optional<String> modifier(char gccModifier) {
        return modifiers.indexOf(gccModifier) >= 0 ? Optional.of(Character.toString(gccModifier)) : Optional.empty();
    }

    @Override
    public Optional<String> clobberedRegister(String gccName) {
        return register(gccName).map(Register::llvm);
    }

    @Override
    public Optional<Register> register(String gccName) {
        return Optional.ofNullable(registers.get(gccName));
    }

    @Override
    public List<String> implicitClobbers() {
        return List.of();
    }
}
