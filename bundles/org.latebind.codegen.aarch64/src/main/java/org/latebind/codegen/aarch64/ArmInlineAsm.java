package org.latebind.codegen.aarch64;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.backend.MachineInlineAsm;

/** gcc's "Machine Constraints" for AArch64 and its operand modifiers, as far as LLVM has them too. */
final class ArmInlineAsm extends MachineInlineAsm {
    private static final List<String> CONDITIONS = List.of(
            "eq", "ne", "cs", "hs", "cc", "lo", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le");

    private static final Map<String, Register> REGISTERS = registers();

    ArmInlineAsm() {
        super("wxbhsdqacn", REGISTERS);
    }

    @Override
    protected Optional<ConstraintCode> machineConstraint(String constraint, int at) {
        char letter = constraint.charAt(at);
        return switch (letter) {
            case 'w', 'x', 'y' -> same(letter, Allows.REGISTER);
            case 'Q' -> same(letter, Allows.MEMORY);
            case 'I', 'J', 'K', 'L', 'M', 'N', 'S', 'Y', 'Z' -> same(letter, Allows.IMMEDIATE);
            case '@' -> flag(constraint, at, CONDITIONS);
            default -> Optional.empty();
        };
    }

    private static Map<String, Register> registers() {
        var all = new TreeMap<String, Register>();
        for (int i = 0; i <= 30; i++) {
            all.put("x" + i, new Register("x" + i, 64, false));
            all.put("r" + i, new Register("x" + i, 64, false));
            all.put("w" + i, new Register("w" + i, 32, false));
        }
        all.put("ip0", new Register("x16", 64, false));
        all.put("ip1", new Register("x17", 64, false));
        all.put("fp", new Register("x29", 64, false));
        all.put("lr", new Register("x30", 64, false));
        all.put("sp", new Register("sp", 64, true));
        all.put("wsp", new Register("wsp", 32, false));
        for (int i = 0; i < 32; i++) {
            for (var kind : List.of("v", "q")) {
                all.put(kind + i, new Register(kind + i, 128, false));
            }
            all.put("d" + i, new Register("d" + i, 64, false));
            all.put("s" + i, new Register("s" + i, 32, false));
            all.put("h" + i, new Register("h" + i, 16, false));
            all.put("b" + i, new Register("b" + i, 8, false));
        }
        return all;
    }
}
