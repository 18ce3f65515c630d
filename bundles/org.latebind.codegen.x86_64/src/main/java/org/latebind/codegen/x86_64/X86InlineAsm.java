package org.latebind.codegen.x86_64;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.backend.MachineInlineAsm;

/** gcc's "Machine Constraints" and "x86 Operand Modifiers", as far as LLVM has them too. */
final class X86InlineAsm extends MachineInlineAsm {
    /** Suffixes of {@code =@cc}; gcc and LLVM spell them alike. */
    private static final List<String> CONDITIONS = List.of(
            "ae", "be", "ge", "le", "na", "nae", "nb", "nbe", "nc", "ne", "ng", "nge", "nl", "nle", "no", "np", "ns",
            "nz", "pe", "po", "a", "b", "c", "e", "g", "l", "o", "p", "s", "z");

    /** By bytes. */
    private static final Map<Integer, String> SUFFIXES = Map.of(1, "b", 2, "w", 4, "l", 8, "q");

    private static final Map<String, Register> REGISTERS = registers();

    X86InlineAsm() {
        super("abchknqwAHPV", REGISTERS);
    }

    @Override
    protected Optional<ConstraintCode> machineConstraint(String constraint, int at) {
        char letter = constraint.charAt(at);
        return switch (letter) {
            case 'q', 'Q', 'R', 'l', 'x', 'f', 'y', 'A', 'v' -> same(letter, Allows.REGISTER);
            case 'a' -> code("{ax}", Allows.REGISTER);
            case 'b' -> code("{bx}", Allows.REGISTER);
            case 'c' -> code("{cx}", Allows.REGISTER);
            case 'd' -> code("{dx}", Allows.REGISTER);
            case 'S' -> code("{si}", Allows.REGISTER);
            case 'D' -> code("{di}", Allows.REGISTER);
            case 't' -> code("{st}", Allows.REGISTER);
            case 'u' -> code("{st(1)}", Allows.REGISTER);
            case 'e', 'Z', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'E', 'F' -> same(letter, Allows.IMMEDIATE);
            case '@' -> flag(constraint, at, CONDITIONS);
            default -> Optional.empty();
        };
    }

    /** gcc prints {@code p} as a bare name, which is what LLVM's {@code c} does. */
    @Override
    public Optional<String> modifier(char gccModifier) {
        return gccModifier == 'p' ? Optional.of("c") : super.modifier(gccModifier);
    }

    /** {@code %z} is the suffix of an instruction on such an operand. */
    @Override
    public Optional<String> sizeSuffix(char gccModifier, int bytes) {
        return gccModifier == 'z' ? Optional.ofNullable(SUFFIXES.get(bytes)) : Optional.empty();
    }

    @Override
    public Optional<String> clobberedRegister(String gccName) {
        return switch (gccName) {
            case "flags", "fpsr", "dirflag" -> Optional.of(gccName);
            default -> super.clobberedRegister(gccName);
        };
    }

    @Override
    public Optional<Register> register(String gccName) {
        return super.register(gccName.startsWith("%") ? gccName.substring(1) : gccName);
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
