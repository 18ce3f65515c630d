package org.latebind.codegen.riscv64;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.backend.MachineInlineAsm;

/** gcc's "Machine Constraints" for RISC-V and its operand modifiers, as far as LLVM has them too. */
final class RiscVInlineAsm extends MachineInlineAsm {
    /** Names of x0 to x31 in the ABI; psABI, "Integer Register Convention". */
    private static final List<String> NAMES = List.of(
            "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5", "a6",
            "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6");

    private static final List<String> FLOATING_NAMES = List.of(
            "ft0", "ft1", "ft2", "ft3", "ft4", "ft5", "ft6", "ft7", "fs0", "fs1", "fa0", "fa1", "fa2", "fa3", "fa4",
            "fa5", "fa6", "fa7", "fs2", "fs3", "fs4", "fs5", "fs6", "fs7", "fs8", "fs9", "fs10", "fs11", "ft8", "ft9",
            "ft10", "ft11");

    private static final Map<String, Register> REGISTERS = registers();

    RiscVInlineAsm() {
        super("zicn", REGISTERS);
    }

    @Override
    protected Optional<ConstraintCode> machineConstraint(String constraint, int at) {
        char letter = constraint.charAt(at);
        return switch (letter) {
            case 'f' -> same(letter, Allows.REGISTER);
            case 'A' -> same(letter, Allows.MEMORY);
            case 'I', 'J', 'K', 'S' -> same(letter, Allows.IMMEDIATE);
            default -> Optional.empty();
        };
    }

    private static Map<String, Register> registers() {
        var all = new TreeMap<String, Register>();
        for (int i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i);
            // LLVM reads only registers that it never allocates.
            var general = new Register(name, 64, List.of("sp", "gp", "tp").contains(name));
            all.put(name, general);
            all.put("x" + i, general);
            var floating = new Register("f" + i, 64, false);
            all.put(FLOATING_NAMES.get(i), floating);
            all.put("f" + i, floating);
        }
        all.put("fp", all.get("s0"));
        return all;
    }
}
