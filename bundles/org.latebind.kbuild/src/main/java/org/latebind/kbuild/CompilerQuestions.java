package org.latebind.kbuild;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What kbuild asks a compiler, assembler or linker by running it ({@code scripts/Kbuild.include}, {@code
 * scripts/Makefile.compiler}), answered without one.
 *
 * <p>A flag that is tried is taken to be known: the compiler that built the kernel was a current one,
 * and a flag that means nothing to our code generation changes nothing. Versions are those that the
 * kernel's config recorded.
 */
public final class CompilerQuestions {
    /**
     * The answer to {@code $(call name,...)}, or empty where the name is an ordinary variable.
     *
     * @param arguments the call's, the name first
     */
    public Optional<String> answer(String name, List<String> arguments, UnaryOperator<String> variables) {
        var first = arguments.size() > 1 ? arguments.get(1).strip() : "";
        return switch (name) {
            case "cc-option" -> Optional.of(first);
            case "cc-option-yn" -> Optional.of("y");
            case "cc-disable-warning" -> Optional.of("-Wno-" + first);
            case "__cc-option" -> Optional.of(arguments.size() > 3 ? arguments.get(3).strip() : "");
            case "gcc-min-version" -> Optional.of(atLeast(variables.apply("CONFIG_GCC_VERSION"), first));
            case "clang-min-version" -> Optional.of(atLeast(variables.apply("CONFIG_CLANG_VERSION"), first));
            case "cc-ifversion" -> Optional.of(ifVersion(arguments, variables));
            case "test-ge", "test-gt", "test-le", "test-lt" -> Optional.of(compared(name, arguments));
            // What kbuild tries by a command of its own is what the kernel was built with: the x32 ABI of 5.10, say.
            case "try-run" -> Optional.of(arguments.size() > 2 ? arguments.get(2).strip() : "");
            case "as-option", "as-instr", "ld-option", "ld-ifversion", "rustc-option", "rustc-min-version",
                    "cc-cross-prefix", "pahole-version", "hostcc-option" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static String compared(String name, List<String> arguments) {
        long a = number(arguments.size() > 1 ? arguments.get(1) : "");
        long b = number(arguments.size() > 2 ? arguments.get(2) : "");
        boolean holds = switch (name) {
            case "test-ge" -> a >= b;
            case "test-gt" -> a > b;
            case "test-le" -> a <= b;
            default -> a < b;
        };
        return holds ? "y" : "";
    }

    private static String atLeast(String version, String minimum) {
        return number(version) > 0 && number(version) >= number(minimum) ? "y" : "";
    }

    /** {@code $(call cc-ifversion, -ge, 0500, yes, no)}, of 5.10 to 5.17; 0500 is gcc 5. */
    private static String ifVersion(List<String> arguments, UnaryOperator<String> variables) {
        long ours = number(variables.apply("CONFIG_GCC_VERSION")) / 100;
        long asked = arguments.size() > 2 ? number(arguments.get(2)) : 0;
        boolean holds = switch (arguments.size() > 1 ? arguments.get(1).strip() : "") {
            case "-ge" -> ours >= asked;
            case "-gt" -> ours > asked;
            case "-lt" -> ours < asked;
            case "-le" -> ours <= asked;
            default -> false;
        };
        int index = holds ? 3 : 4;
        return index < arguments.size() ? arguments.get(index) : "";
    }

    private static long number(String text) {
        var digits = text.strip();
        return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : 0;
    }
}
