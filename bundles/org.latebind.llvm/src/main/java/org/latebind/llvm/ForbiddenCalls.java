package org.latebind.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Finds calls of functions with {@code __attribute__((error))} or {@code ((warning))} that are still
 * there after optimization: that is when gcc complains of them, and how BUILD_BUG_ON works.
 */
final class ForbiddenCalls {
    private final SourceCookies cookies;
    private final List<Outcome.Message> found = new ArrayList<>();

    private ForbiddenCalls(LLVMContextRef context) {
        cookies = new SourceCookies(context);
    }

    static List<Outcome.Message> in(LLVMContextRef context, LLVMModuleRef module) {
        var search = new ForbiddenCalls(context);
        for (var function = LLVMGetFirstFunction(module);
                function != null && !function.isNull();
                function = LLVMGetNextFunction(function)) {
            search.callsOf(function, "dontcall-error", "LB7505", true);
            search.callsOf(function, "dontcall-warn", "LB7506", false);
        }
        return search.found;
    }

    private void callsOf(LLVMValueRef function, String attributeName, String code, boolean error) {
        LLVMAttributeRef attribute =
                LLVMGetStringAttributeAtIndex(function, LLVMAttributeFunctionIndex, attributeName, attributeName.length());
        if (attribute == null || attribute.isNull()) {
            return;
        }
        var length = new int[1];
        var value = LLVMGetStringAttributeValue(attribute, length);
        var why = value == null ? "" : value.getString();
        var name = LLVMGetValueName(function).getString();
        for (var use = LLVMGetFirstUse(function); use != null && !use.isNull(); use = LLVMGetNextUse(use)) {
            var user = LLVMGetUser(use);
            if (isCallOf(user, function)) {
                found.add(new Outcome.Message(
                        error,
                        code,
                        "call to '" + name + "' declared with attribute " + (error ? "error" : "warning") + ": " + why,
                        SourceCookies.functionOf(user),
                        cookies.of(user)));
            }
        }
    }

    private static boolean isCallOf(LLVMValueRef user, LLVMValueRef function) {
        boolean isCall = LLVMIsACallInst(user) != null || LLVMIsAInvokeInst(user) != null;
        return isCall && LLVMGetCalledValue(user).equals(function);
    }
}
