package org.latebind.target.api;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * An asm statement in LLVM's terms.
 *
 * <pre>
 * asm volatile("xadd %0, %1" : "+r"(v), "+m"(*p) : : "memory", "cc");
 *
 *   template     xadd $0, $1
 *   constraints  =r,=*m,0,*m,~{memory},~{cc},~{dirflag},~{fpsr},~{flags}
 *   results      [0]                                  %v = call i32 asm sideeffect "..."(
 *   arguments    OutputAddress 1,                       ptr elementtype(i32) %p,
 *                OutputValue 0,                         i32 %oldv,
 *                OutputAddress 1                        ptr elementtype(i32) %p)
 * </pre>
 *
 * @param template LLVM's template, not yet escaped for IR text
 * @param constraints LLVM's constraint string
 * @param sideEffects whether it may be neither removed nor moved: volatile, without outputs, or goto
 * @param results indices of the outputs that are the call's results, in the order of the result's
 *     members
 * @param arguments the call's arguments in order; the labels of asm goto are no arguments
 */
public record LlvmAsm(
        String template, String constraints, boolean sideEffects, List<Integer> results, List<Argument> arguments) {

    /** One argument of the call. */
    public sealed interface Argument {
        /**
         * The value of an input.
         *
         * @param tied the output whose register it shares; a narrower value is widened to that output's
         *     type first
         */
        record InputValue(int input, OptionalInt tied) implements Argument {}

        /** The address of an input, a {@code ptr elementtype(T)}. */
        record InputAddress(int input) implements Argument {}

        /** The value that a {@code +} output has before. */
        record OutputValue(int output) implements Argument {}

        /** The address of an output in memory, a {@code ptr elementtype(T)}. */
        record OutputAddress(int output) implements Argument {}
    }

    public LlvmAsm {
        Objects.requireNonNull(template);
        Objects.requireNonNull(constraints);
        results = List.copyOf(results);
        arguments = List.copyOf(arguments);
    }
}
