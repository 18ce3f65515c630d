package org.latebind.lowering;

import org.latebind.target.api.InlineAsmRules;

/** Global register variables: {@code register unsigned long sp asm("rsp");}. */
final class Registers {
    private final FunctionLowering fn;

    Registers(FunctionLowering fn) {
        this.fn = fn;
    }

    Operand read(Place.Register place) {
        var register = find(place);
        var type = "i" + register.bits();
        var symbol = "@llvm.read_register." + type;
        var raw = fn.intrinsics().call(type, symbol, "metadata", "metadata " + name(register));
        return fromBits(raw, place);
    }

    void write(Place.Register place, Operand value) {
        var register = find(place);
        var type = "i" + register.bits();
        var bits = value.isPointer()
                ? fn.conversions().address(value)
                : fn.out().resize(value, register.bits(), fn.types().isSigned(place.type().type()));
        fn.intrinsics().call(
                "void", "@llvm.write_register." + type, "metadata, " + type,
                "metadata " + name(register) + ", " + bits.typed());
    }

    private Operand fromBits(Operand raw, Place.Register place) {
        var type = fn.types().value(place.type().type());
        return type.startsWith("ptr")
                ? fn.out().cast("inttoptr", raw, type)
                : fn.out().resize(raw, new Operand(type, "").bits(), false);
    }

    private String name(InlineAsmRules.Register register) {
        return fn.unit().module().metadata("!{!\"" + register.llvm() + "\"}");
    }

    private InlineAsmRules.Register find(Place.Register place) {
        return fn.unit().asmRules().register(place.name())
                .filter(InlineAsmRules.Register::readable)
                .orElseThrow(() -> Refusal.unsupported(
                        place.at(), "register '" + place.name() + "' as a global variable"));
    }
}
