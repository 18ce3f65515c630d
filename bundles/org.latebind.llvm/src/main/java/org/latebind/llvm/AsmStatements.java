package org.latebind.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * The asm statements of an optimized module.
 *
 * <p>The C interface gives the assembler's complaint as text that quotes the line at fault, operands
 * filled in, but not the statement. The statement is the one whose template has a line that could
 * have become that one.
 */
final class AsmStatements {
    /** {@code ${0:w}}, {@code $0}, {@code $$} and {@code $(}: whatever starts with a dollar. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*\\}|\\$\\d+|\\$.");

    private record Statement(List<Pattern> lines, String function, int cookie) {}

    private final List<Statement> statements = new ArrayList<>();

    static AsmStatements in(LLVMContextRef context, LLVMModuleRef module) {
        var all = new AsmStatements();
        var cookies = new SourceCookies(context);
        for (var function = LLVMGetFirstFunction(module); present(function); function = LLVMGetNextFunction(function)) {
            for (var block = LLVMGetFirstBasicBlock(function);
                    block != null && !block.isNull();
                    block = LLVMGetNextBasicBlock(block)) {
                for (var instruction = LLVMGetFirstInstruction(block);
                        present(instruction);
                        instruction = LLVMGetNextInstruction(instruction)) {
                    all.add(instruction, cookies);
                }
            }
        }
        return all;
    }

    private static boolean present(LLVMValueRef value) {
        return value != null && !value.isNull();
    }

    private void add(LLVMValueRef instruction, SourceCookies cookies) {
        int opcode = LLVMGetInstructionOpcode(instruction);
        if (opcode != LLVMCall && opcode != LLVMCallBr) {
            return;
        }
        var called = LLVMGetCalledValue(instruction);
        if (!present(called) || LLVMIsAInlineAsm(called) == null) {
            return;
        }
        try (var length = new SizeTPointer(1)) {
            var template = LLVMGetInlineAsmAsmString(called, length).getString();
            var lines = new ArrayList<Pattern>();
            for (var line : template.split("[\n;]")) {
                if (!line.isBlank()) {
                    lines.add(pattern(line.strip()));
                }
            }
            statements.add(new Statement(lines, SourceCookies.functionOf(instruction), cookies.of(instruction)));
        }
    }

    private static Pattern pattern(String line) {
        var regex = new StringBuilder();
        var matcher = PLACEHOLDER.matcher(line);
        int at = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(line.substring(at, matcher.start()))).append(".*?");
            at = matcher.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(line.substring(at))).toString());
    }

    /** The message with function and cookie of the statement that it is about, if one is found. */
    Outcome.Message locate(Outcome.Message message) {
        if (message.location() >= 0) {
            return message;
        }
        for (var quoted : message.text().split("\n")) {
            for (var part : quoted.split(";")) {
                for (var statement : statements) {
                    if (statement.lines.stream().anyMatch(line -> line.matcher(part.strip()).matches())) {
                        return new Outcome.Message(
                                message.error(), message.code(), message.text(), statement.function, statement.cookie);
                    }
                }
            }
        }
        return message;
    }
}
