package org.latebind.codegen.x86_64;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.target.api.InlineAsmRules;

/** gcc's "Machine Constraints" and "x86 Operand Modifiers", as far as LLVM has them too. */
final class X86InlineAsm implements InlineAsmRules {
    /** Suffixes of {@code =@cc}; gcc and LLVM spell them alike. */
    private static final List<String> CONDITIONS = List.of(
            "ae", "be", "ge", "le", "na", "nae", "nb", "nbe", "nc", "ne", "ng", "nge", "nl", "nle", "no", "np", "ns",
            "nz", "pe", "po", "a", "b", "c", "e", "g", "l", "o", "p", "s", "z");

    /** By bytes. */
    private static final Map<Integer, String> SUFFIXES = Map.of(1, "b", 2, "w", 4, "l", 8, "q");

    private static final Map<String, Register> REGISTERS = registers();

    @Override
    public Optional<ConstraintCode> constraint(String constraint, int at) {
        char c = constraint.charAt(at);
        return switch (c) {
            case 'r', 'q', 'Q', 'R', 'l', 'x', 'f', 'y', 'A', 'v' -> code(Character.toString(c), Allows.REGISTER);
            case 'a' -> code("{ax}", Allows.REGISTER);
            case 'b' -> code("{bx}", Allows.REGISTER);
            case 'c' -> code("{cx}", Allows.REGISTER);
            case 'd' -> code("{dx}", Allows.REGISTER);
            case 'S' -> code("{si}", Allows.REGISTER);
            case 'D' -> code("{di}", Allows.REGISTER);
            case 't' -> code("{st}", Allows.REGISTER);
            case 'u' -> code("{st(1)}", Allows.REGISTER);
            case 'm', 'o', 'V' -> code("m", Allows.MEMORY);
            case 'p' -> code("p", Allows.ADDRESS);
            case 'i', 'n', 's', 'e', 'Z', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'E', 'F' ->
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
        return "abchknpqwAHPV".indexOf(gccModifier) >= 0
                // gcc prints 'p' as a bare name, which is what LLVM's 'c' does.
                ? Optional.of(gccModifier == 'p' ? "c" : Character.toString(gccModifier))
                : Optional.empty();
    }

    /** {@code %z} is the suffix of an instruction on such an operand. */
    @Override
    public Optional<String> sizeSuffix(char gccModifier, int bytes) {
        return gccModifier == 'z' ? Optional.ofNullable(SUFFIXES.get(bytes)) : Optional.empty();
    }

    @Override
    public Optional<String> clobberedRegister(String gccName) {
        return switch (gccName) {
            case "flags" -> Optional.of("flags");
            case "fpsr", "dirflag" -> Optional.of(gccName);
            default -> register(gccName).map(Register::llvm);
        };
    }

    @Override
    public Optional<Register> register(String gccName) {
        var bare = gccName.startsWith("%") ? gccName.substring(1) : gccName;
        return Optional.ofNullable(REGISTERS.get(bare));
    }

    @Override
    public List<String> implicitClobbers() {
        // gcc takes the flags for clobbered by every asm; the other two LLVM wants said.
        return List.of("~{dirflag}", "~{fpsr}", "~{flags}");
    }

    private static Map<String, Register> registers() {
        var all = new TreeMap<String, Register>();
        for (var name : List.of("ax", "bx", "cx", "dx", "si", "di", "bp", "sp")) {
            boolean pointer = name.equals("sp") || name.equals("bp");
            all.put("r" + name, new Register("r" + name, 64, pointer));
            all.put("e" + name, new Register("e" + name, 32, false));
            all.put(name, new Register(name, 16, false));
        }
        for (var letter : List.of("a", "b", "c", "d")) {
            all.put(letter + "l", new Register(letter + "l", 8, false));
            all.put(letter + "h", new Register(letter + "h", 8, false));
        }
        for (int i = 8; i < 16; i++) {
            all.put("r" + i, new Register("r" + i, 64, false));
            all.put("r" + i + "d", new Register("r" + i + "d", 32, false));
            all.put("r" + i + "w", new Register("r" + i + "w", 16, false));
            all.put("r" + i + "b", new Register("r" + i + "b", 8, false));
        }
        for (int i = 0; i < 32; i++) {
            all.put("xmm" + i, new Register("xmm" + i, 128, false));
            all.put("ymm" + i, new Register("ymm" + i, 256, false));
            all.put("zmm" + i, new Register("zmm" + i, 512, false));
        }
        for (int i = 0; i < 8; i++) {
            all.put("mm" + i, new Register("mm" + i, 64, false));
            all.put("k" + i, new Register("k" + i, 64, false));
            all.put("st(" + i + ")", new Register("st(" + i + ")", 80, false));
        }
        all.put("st", new Register("st", 80, false));
        return all;
    }
}
