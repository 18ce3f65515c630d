package org.latebind.codegen.s390x;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.backend.MachineInlineAsm;

/** gcc's "Machine Constraints" for S/390 and its operand modifiers, as far as LLVM has them too. */
final class S390InlineAsm extends MachineInlineAsm {
    /** A symbol and a number, also where code is position-independent. */
    private static final String STATIC_ADDRESS = "jdd";

    private static final Map<String, Register> REGISTERS = registers();

    S390InlineAsm() {
        // N: the second register of a pair; O and R: displacement and base register of an address.
        super("NOR", REGISTERS);
    }

    @Override
    protected Optional<ConstraintCode> machineConstraint(String constraint, int at) {
        if (constraint.startsWith(STATIC_ADDRESS, at)) {
            return Optional.of(new ConstraintCode("i", STATIC_ADDRESS.length(), Allows.IMMEDIATE));
        }
        char letter = constraint.charAt(at);
        return switch (letter) {
            case 'a', 'd', 'f', 'v' -> same(letter, Allows.REGISTER);
            case 'Q', 'R', 'S', 'T' -> same(letter, Allows.MEMORY);
            case 'I', 'J', 'K', 'L', 'M' -> same(letter, Allows.IMMEDIATE);
            default -> Optional.empty();
        };
    }

    /** The kernel says {@code asm("15")} or {@code asm("r15")}; {@code asm("%r15")} arrives without percent sign. */
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
