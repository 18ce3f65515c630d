package org.latebind.codegen.s390x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.AsmText;
import org.latebind.target.api.AsmText.Operand;
import org.latebind.target.api.InlineAsmTranslator;
import org.latebind.target.api.LlvmAsm;
import org.latebind.target.api.UnsupportedAsmException;

/** Asm statements as kernel headers write them; the expected side is what clang 16 makes of them. */
class S390InlineAsmTest {
    private static Operand operand(String constraint) {
        return new Operand(Optional.empty(), constraint, Optional.empty(), 8);
    }

    private static Operand in(String register, String constraint) {
        return new Operand(Optional.empty(), constraint, Optional.of(register), 8);
    }

    private static LlvmAsm translate(
            String template, List<Operand> outputs, List<Operand> inputs, List<String> clobbers, List<String> labels)
            throws UnsupportedAsmException {
        return new InlineAsmTranslator(new S390InlineAsm())
                .translate(new AsmText(template, true, false, outputs, inputs, clobbers, labels));
    }

    /** arch/s390/include/asm/jump_label.h. */
    @Test
    void aStaticKeyIsAConstantAlsoInPositionIndependentCode() throws UnsupportedAsmException {
        var asm = translate(".quad %0+%1-.", List.of(), List.of(operand("jdd"), operand("i")), List.of(), List.of("label"));
        assertEquals(".quad ${0}+${1}-.", asm.template());
        assertEquals("i,i,!i", asm.constraints());
    }

    /** arch/s390/include/asm/atomic_ops.h, and the same with the displacement and base of an address. */
    @Test
    void memoryOfEitherDisplacement() throws UnsupportedAsmException {
        var asm = translate(
                "laa %0,%2,%1\n lay %0,%O1(%R1)", List.of(operand("=d"), operand("+QS")), List.of(operand("d")),
                List.of("cc", "memory"), List.of());
        assertEquals("laa ${0},${2},${1}\n lay ${0},${1:O}(${1:R})", asm.template());
        assertEquals("=d,=*QS,d,*QS,~{cc},~{memory}", asm.constraints());
    }

    @Test
    void registersAreKnownByNumberAndName() throws UnsupportedAsmException {
        var asm = translate(
                "diag %0,%N0,0x500", List.of(in("2", "+d")), List.of(in("r4", "d")), List.of("0", "%r1", "14", "f2"), List.of());
        assertEquals("diag ${0},${0:N},0x500", asm.template());
        assertEquals("={r2},{r4},0,~{r0},~{r1},~{r14},~{f2}", asm.constraints());
    }

    @Test
    void conditionCodesAsOutputsAreRefused() {
        assertThrows(
                UnsupportedAsmException.class,
                () -> translate("", List.of(operand("=@cc")), List.of(), List.of(), List.of()));
    }
}
