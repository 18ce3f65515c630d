package org.latebind.codegen.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.AsmText;
import org.latebind.target.api.AsmText.Operand;
import org.latebind.target.api.InlineAsmTranslator;
import org.latebind.target.api.LlvmAsm;
import org.latebind.target.api.UnsupportedAsmException;

/** Asm statements as kernel headers write them; the expected side is what clang 16 makes of them. */
class X86InlineAsmTest {
    private static final String IMPLICIT = ",~{dirflag},~{fpsr},~{flags}";

    private static Operand operand(String constraint) {
        return new Operand(Optional.empty(), constraint, Optional.empty(), 8);
    }

    private static Operand named(String name, String constraint) {
        return new Operand(Optional.of(name), constraint, Optional.empty(), 8);
    }

    private static LlvmAsm translate(
            String template, List<Operand> outputs, List<Operand> inputs, List<String> clobbers, List<String> labels)
            throws UnsupportedAsmException {
        return new InlineAsmTranslator(new X86InlineAsm())
                .translate(new AsmText(template, true, false, outputs, inputs, clobbers, labels));
    }

    @Test
    void readWriteOperandsAreTiedBehindTheInputs() throws UnsupportedAsmException {
        var asm = translate("lock; xaddl %0, %1", List.of(operand("+r"), operand("+m")), List.of(), List.of("memory", "cc"), List.of());
        assertEquals("lock; xaddl ${0}, ${1}", asm.template());
        assertEquals("=r,=*m,0,*m,~{memory},~{cc}" + IMPLICIT, asm.constraints());
        assertEquals(List.of(0), asm.results());
        assertEquals(
                List.of(
                        new LlvmAsm.Argument.OutputAddress(1),
                        new LlvmAsm.Argument.OutputValue(0),
                        new LlvmAsm.Argument.OutputAddress(1)),
                asm.arguments());
    }

    @Test
    void flagOutputsAndModifiers() throws UnsupportedAsmException {
        var asm = translate(
                "btq %q[nr], %[addr]; mov %k1, %%eax; jmp %P2",
                List.of(named("ok", "=@ccc")),
                List.of(named("addr", "m"), named("nr", "Ir")),
                List.of("eax"),
                List.of());
        assertEquals("btq ${2:q}, ${1}; mov ${1:k}, %eax; jmp ${2:P}", asm.template());
        assertEquals("={@ccc},*m,Ir,~{eax}" + IMPLICIT, asm.constraints());
        assertEquals(false, asm.sideEffects());
    }

    @Test
    void labelsCountBehindHiddenOperands() throws UnsupportedAsmException {
        var asm = translate(
                "1: jmp %l[fail]; .long %l3 - .; .quad %c1 $5 {att|intel} %{%|%}",
                List.of(operand("+r")),
                List.of(operand("i")),
                List.of(),
                List.of("fail"));
        assertEquals("1: jmp ${3:l}; .long ${3:l} - .; .quad ${1:c} $$5 att {|}", asm.template());
        assertEquals("=r,i,0,!i" + IMPLICIT, asm.constraints());
        assertTrue(asm.sideEffects());
    }

    @Test
    void aRegisterVariablePinsItsOperand() throws UnsupportedAsmException {
        var asm = translate(
                "call f",
                List.of(new Operand(Optional.empty(), "+r", Optional.of("rsp"), 8), operand("=&a")),
                List.of(operand("1"), operand("D"), operand("er"), operand("rm"), operand("g")),
                List.of("%rcx", "rcx"),
                List.of());
        assertEquals("={rsp},=&{ax},1,{di},er,rm,imr,0,~{rcx}" + IMPLICIT, asm.constraints());
    }

    @Test
    void aResultThatMayBeInARegisterIsNotInMemory() throws UnsupportedAsmException {
        var asm = translate("", List.of(operand("=rm"), operand("+g")), List.of(operand("rm")), List.of(), List.of("l"));
        assertEquals("=r,=r,rm,1,!i" + IMPLICIT, asm.constraints());
    }

    @Test
    void oneAlternativeIsChosenForAllOperands() throws UnsupportedAsmException {
        var asm = translate(
                "", List.of(operand("=r,&m"), operand("=m,r")), List.of(operand("i,r"), operand("%0,1"), operand("er")),
                List.of(), List.of());
        assertEquals("=*&m,=r,r,1,er" + IMPLICIT, asm.constraints());
        assertThrows(UnsupportedAsmException.class,
                () -> translate("", List.of(operand("=r,m")), List.of(operand("i,n")), List.of(), List.of()));
    }

    @Test
    void whatIsNotSupportedIsSaid() {
        assertThrows(UnsupportedAsmException.class,
                () -> translate("x", List.of(operand("=j")), List.of(), List.of(), List.of()));
        assertThrows(UnsupportedAsmException.class,
                () -> translate("x%y0", List.of(operand("=r")), List.of(), List.of(), List.of()));
        assertThrows(UnsupportedAsmException.class, () -> translate(
                "x%z0", List.of(new Operand(Optional.empty(), "=x", Optional.empty(), 0)), List.of(), List.of(), List.of()));
        assertThrows(UnsupportedAsmException.class,
                () -> translate("%1", List.of(operand("=r")), List.of(), List.of(), List.of()));
        assertThrows(UnsupportedAsmException.class,
                () -> translate("", List.of(), List.of(), List.of("x7"), List.of()));
        assertThrows(UnsupportedAsmException.class,
                () -> translate("", List.of(operand("r")), List.of(), List.of(), List.of()));
        assertThrows(UnsupportedAsmException.class,
                () -> translate("%", List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void basicAsmHasNoEscapes() throws UnsupportedAsmException {
        var asm = new InlineAsmTranslator(new X86InlineAsm())
                .translate(new AsmText("mov %eax, $1", false, false, List.of(), List.of(), List.of(), List.of()));
        assertEquals("mov %eax, $$1", asm.template());
        assertTrue(asm.sideEffects());
    }
}
