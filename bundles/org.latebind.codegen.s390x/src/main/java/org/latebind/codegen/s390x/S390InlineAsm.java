package org.latebind.codegen.s390x;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.target.api.InlineAsmRules;

/** gcc's "Machine Constraints" for S/390 and its operand modifiers, as far as LLVM has them too. */
final class S390InlineAsm implements InlineAsmRules {
    /** A symbol and a number, also where code is position-independent. */
    private static final String STATIC_ADDRESS = "jdd";

    private static final Map<String, Register> REGISTERS = registers();

    @Override
    public Optional<ConstraintCode> constraint(String constraint, int at) {
        if (constraint.startsWith(STATIC_ADDRESS, at)) {
            return Optional.of(new ConstraintCode("i", STATIC_ADDRESS.length(), Allows.IMMEDIATE));
        }
        char c = constraint.charAt(at);
        return switch (c) {
            case 'a', 'd', 'f', 'r', 'v' -> code(Character.toString(c), Allows.REGISTER);
            case 'm', 'o', 'V' -> code("m", Allows.MEMORY);
            case 'Q', 'R', 'S', 'T' -> code(Character.toString(c), Allows.MEMORY);
            case 'p' -> code("p", Allows.ADDRESS);
            case 'i', 'n', 's', 'I', 'J', 'K', 'L', 'M' -> code(Character.toString(c), Allows.IMMEDIATE);
            default -> Optional.empty();
        };
    }

    private static Optional<ConstraintCode> code(String llvm, Allows allows) {
        return Optional.of(new ConstraintCode(llvm, 1, allows));
    }

    /** N: the second register of a pair; O and R: displacement and base register of an address. */
    @Override
    public Optional<String> modifier(char gccModifier) {
        return "NOR".indexOf(gccModifier) >= 0 ? Optional.of(Character.toString(gccModifier)) : Optional.empty();
    }

    @Override
    public Optional<String> clobberedRegister(String gccName) {
        return register(gccName).map(Register::llvm);
    }

    @Override
    public Optional<Register> register(String gccName) {
        return Optional.ofNullable(REGISTERS.get(gccName));
    }

    /** None: an asm statement that changes the condition code has to say so. */
    @Override
    public List<String> implicitClobbers() {
        return List.of();
    }

    /** The kernel says {@code asm("15")}, {@code asm("r15")} or {@code asm("%r15")}; the last loses its percent sign. */
    private static Map<String, Register> registers() {
        var all = new TreeMap<String, Register>();
        for (int i = 0; i < 16; i++) {
            // LLVM reads only the stack pointer.
            var general = new Register("r" + i, 64, i == 15);
            all.put("r" + i, general);
            all.put(Integer.toString(i), general);
            all.put("f" + i, new Register("f" + i, 64, false));
            all.put("a" + i, new Register("a" + i, 32, false));
        }
        return all;
    }
}
