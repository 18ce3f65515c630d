package org.latebind.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Reads {@code !srcloc} off instructions. */
final class SourceCookies {
    private static final String KIND = "srcloc";

    private final int kind;

    SourceCookies(LLVMContextRef context) {
        kind = LLVMGetMDKindIDInContext(context, KIND, KIND.length());
    }

    /** The cookie, or -1. */
    int of(LLVMValueRef instruction) {
        var node = LLVMGetMetadata(instruction, kind);
        if (node == null || node.isNull() || LLVMGetMDNodeNumOperands(node) < 1) {
            return -1;
        }
        try (var operands = new PointerPointer<LLVMValueRef>(LLVMGetMDNodeNumOperands(node))) {
            LLVMGetMDNodeOperands(node, operands);
            var first = operands.get(LLVMValueRef.class, 0);
            return first.isNull() || LLVMIsAConstantInt(first) == null ? -1 : (int) LLVMConstIntGetZExtValue(first);
        }
    }

    /** The name of the function around an instruction. */
    static String functionOf(LLVMValueRef instruction) {
        var function = LLVMGetBasicBlockParent(LLVMGetInstructionParent(instruction));
        return LLVMGetValueName(function).getString();
    }
}
