package org.latebind.codegen.x86_64;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.KernelBuild;

/**
 * Options that hang on the compiler or on objtool and are answered for us.
 *
 * <p>The list is closed. An option belongs here only when it changes no layout, no export and no
 * section contract: CALL_PADDING, RETHUNK, X86_KERNEL_IBT and CC_HAS_INT128 hang on the compiler as
 * well, and stay the kernel's.
 */
final class ConfigAnswers {
    private static final List<ConfigAnswer> ALL = List.of(
            unset("USE_X86_SEG_SUPPORT",
                    "per-CPU variables would be in a named address space, and LLVM drops the %gs of an asm"
                            + " operand in one; without it headers write %gs themselves (6.12 and later)"),
            unset("CC_HAS_NAMED_AS", "we have no named address spaces: see USE_X86_SEG_SUPPORT"),
            unset("CC_HAS_NAMED_AS_FIXED_SANITIZERS", "we have no named address spaces: see USE_X86_SEG_SUPPORT"),
            unset("HAVE_JUMP_LABEL_HACK",
                    "headers would emit a jmp for a static branch and rely on objtool to make it a nop; without"
                            + " it they emit the nop (6.1 and later)"));

    private ConfigAnswers() {}

    /** Those whose option the kernel has set. */
    static List<ConfigAnswer> of(KernelBuild kernel) {
        var answers = new ArrayList<ConfigAnswer>();
        for (var answer : ALL) {
            if (kernel.config(answer.option()).isPresent()) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private static ConfigAnswer unset(String option, String reason) {
        return new ConfigAnswer(option, Optional.empty(), reason);
    }
}
