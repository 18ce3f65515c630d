package org.latebind.codegen.aarch64;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.target.api.InlineAsmRules;

/** gcc's "Machine Constraints" for AArch64 and its operand modifiers, as far as LLVM has them too. */
final class ArmInlineAsm implements InlineAsmRules {
    private static final List<String> CONDITIONS = List.of(
            "eq", "ne", "cs", "hs", "cc", "lo", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le");

    private static final Map<String, Register> REGISTERS = registers();

    @Override
    public Optional<ConstraintCode> constraint(String constraint, int at) {
        char c = constraint.charAt(at);
        return switch (c) {
            case 'r', 'w', 'x', 'y' -> code(Character.toString(c), Allows.REGISTER);
            case 'm', 'o', 'V' -> code("m", Allows.MEMORY);
            case 'Q' -> code("Q", Allows.MEMORY);
            case 'p' -> code("p", Allows.ADDRESS);
            case 'i', 'n', 's', 'I', 'J', 'K', 'L', 'M', 'N', 'S', 'Y', 'Z' ->
                code(Character.toString(c), Allows.IMMEDIATE);
            case '@' -> condition(constraint, at);
            default -> Optional.empty();
        };
    }

    private static Optional<ConstraintCode> code(String llvm, Allows allows) {
        return Optional.of(new ConstraintCode(llvm, 1, allows));
    }

    private static Optional<ConstraintCode> condition(String constraint, int at) {
        if (!constraint.startsWith("@cc", at)) {
            return Optional.empty();
        }
        var condition = constraint.substring(at + 3);
        return CONDITIONS.contains(condition)
                ? Optional.of(new ConstraintCode("{@cc" + condition + "}", 3 + condition.length(), Allows.FLAG))
                : Optional.empty();
    }

    @Override
    public Optional<String> modifier(char gccModifier) {
        return "wxbhsdqacn".indexOf(gccModifier) >= 0
                ? Optional.of(Character.toString(gccModifier))
                : Optional.empty();
    }

    @Override
    public Optional<String> clobberedRegister(String gccName) {
        return register(gccName).map(Register::llvm);
    }

    @Override
    public Optional<Register> register(String gccName) {
        return Optional.ofNullable(REGISTERS.get(gccName));
    }

    /** None: gcc takes the flags for clobbered only where {@code cc} says so. */
    @Override
    public List<String> implicitClobbers() {
        return List.of();
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
