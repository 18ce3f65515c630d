package org.latebind.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;

/** One module's way through LLVM: parse, verify, optimize, look for forbidden calls, emit. */
final class ModuleRun {
    private final LLVMContextRef context;
    private final Job job;
    private final List<Outcome.Message> messages;
    private final List<Outcome.Step> steps = new ArrayList<>();
    private long stepStart = System.nanoTime();

    ModuleRun(LLVMContextRef context, Job job, List<Outcome.Message> messages) {
        this.context = context;
        this.job = job;
        this.messages = messages;
    }

    Outcome run() {
        try {
            var module = parse();
            try {
                return new Outcome(run(module), messages, steps);
            } finally {
                LLVMDisposeModule(module);
            }
        } catch (Stop stop) {
            return new Outcome(new byte[0], messages, steps);
        }
    }

    private byte[] run(LLVMModuleRef module) throws Stop {
        if (!job.triple().isEmpty()) {
            checkTarget(module);
        }
        verify(module);
        step("parse");
        if (job.output().equals("IR_TEXT")) {
            return text(module);
        }
        if (job.output().equals("BITCODE")) {
            return bitcode(module);
        }
        var machine = machine();
        try {
            optimize(module, machine);
            step("optimize");
            messages.addAll(ForbiddenCalls.in(context, module));
            stopOnError();
            var output = switch (job.output()) {
                case "OPTIMIZED_IR_TEXT" -> text(module);
                case "OPTIMIZED_BITCODE" -> bitcode(module);
                case "ASSEMBLY" -> emit(module, machine, LLVMAssemblyFile);
                case "OBJECT" -> emit(module, machine, LLVMObjectFile);
                default -> throw fail("LB7508", "unknown kind of output '" + job.output() + "'");
            };
            step("emit");
            return output;
        } finally {
            LLVMDisposeTargetMachine(machine);
        }
    }

    private LLVMModuleRef parse() throws Stop {
        try (var bytes = new BytePointer(job.module());
                var name = new BytePointer("module");
                var error = new PointerPointer<BytePointer>(1L)) {
            var buffer = LLVMCreateMemoryBufferWithMemoryRangeCopy(bytes, job.module().length, name);
            var module = new LLVMModuleRef();
            if (LLVMParseIRInContext(context, buffer, module, error) != 0) {
                throw fail("LB7501", "LLVM cannot read the module: " + message(error));
            }
            return module;
        }
    }

    private void checkTarget(LLVMModuleRef module) throws Stop {
        var triple = LLVMGetTarget(module).getString();
        var layout = LLVMGetDataLayoutStr(module).getString();
        if (!triple.equals(job.triple()) || !layout.equals(job.dataLayout())) {
            throw fail("LB7503", "the module is for '" + triple + "' with data layout '" + layout
                    + "', the settings for '" + job.triple() + "' with '" + job.dataLayout() + "'");
        }
    }

    private void verify(LLVMModuleRef module) throws Stop {
        try (var error = new PointerPointer<BytePointer>(1L)) {
            if (LLVMVerifyModule(module, LLVMReturnStatusAction, error) != 0) {
                throw fail("LB7502", "the module is not valid LLVM IR: " + message(error));
            }
            LLVMDisposeMessage(error.get(BytePointer.class, 0));
        }
    }

    private LLVMTargetMachineRef machine() throws Stop {
        var target = new LLVMTargetRef();
        try (var error = new PointerPointer<BytePointer>(1L);
                var triple = new BytePointer(job.triple())) {
            if (LLVMGetTargetFromTriple(triple, target, error) != 0) {
                throw fail("LB7503", "LLVM has no such target: " + message(error));
            }
        }
        var options = LLVMCreateTargetMachineOptions();
        LLVMTargetMachineOptionsSetCPU(options, job.cpu());
        LLVMTargetMachineOptionsSetFeatures(options, job.features());
        LLVMTargetMachineOptionsSetCodeGenOptLevel(options, LLVMCodeGenLevelDefault);
        LLVMTargetMachineOptionsSetRelocMode(options, relocationModel());
        LLVMTargetMachineOptionsSetCodeModel(options, codeModel());
        var machine = LLVMCreateTargetMachineWithOptions(target, job.triple(), options);
        LLVMDisposeTargetMachineOptions(options);
        return machine;
    }

    private int relocationModel() throws Stop {
        return switch (job.relocationModel()) {
            case "STATIC" -> LLVMRelocStatic;
            case "PIC" -> LLVMRelocPIC;
            default -> throw fail("LB7503", "unknown relocation model '" + job.relocationModel() + "'");
        };
    }

    private int codeModel() throws Stop {
        return switch (job.codeModel()) {
            case "DEFAULT" -> LLVMCodeModelDefault;
            case "SMALL" -> LLVMCodeModelSmall;
            case "KERNEL" -> LLVMCodeModelKernel;
            case "MEDIUM" -> LLVMCodeModelMedium;
            case "LARGE" -> LLVMCodeModelLarge;
            default -> throw fail("LB7503", "unknown code model '" + job.codeModel() + "'");
        };
    }

    private void optimize(LLVMModuleRef module, LLVMTargetMachineRef machine) throws Stop {
        var options = LLVMCreatePassBuilderOptions();
        var error = LLVMRunPasses(module, job.passes(), machine, options);
        LLVMDisposePassBuilderOptions(options);
        if (error != null && !error.isNull()) {
            var text = LLVMGetErrorMessage(error);
            var message = text.getString();
            LLVMDisposeErrorMessage(text);
            throw fail("LB7503", "LLVM cannot run the passes '" + job.passes() + "': " + message);
        }
        stopOnError();
    }

    private byte[] emit(LLVMModuleRef module, LLVMTargetMachineRef machine, int fileType) throws Stop {
        // The backend forgets where an asm statement stands: what it complains of is looked up here.
        var statements = AsmStatements.in(context, module);
        int before = messages.size();
        try (var error = new PointerPointer<BytePointer>(1L)) {
            var buffer = new LLVMMemoryBufferRef();
            int failed = LLVMTargetMachineEmitToMemoryBuffer(machine, module, fileType, error, buffer);
            for (int i = before; i < messages.size(); i++) {
                messages.set(i, statements.locate(messages.get(i)));
            }
            if (failed != 0) {
                throw fail("LB7504", "LLVM cannot emit code: " + message(error));
            }
            var bytes = bytes(buffer);
            stopOnError();
            return bytes;
        }
    }

    private static byte[] text(LLVMModuleRef module) {
        var text = LLVMPrintModuleToString(module);
        var bytes = text.getStringBytes();
        LLVMDisposeMessage(text);
        return bytes;
    }

    private static byte[] bitcode(LLVMModuleRef module) {
        return bytes(LLVMWriteBitcodeToMemoryBuffer(module));
    }

    private static byte[] bytes(LLVMMemoryBufferRef buffer) {
        var bytes = new byte[Math.toIntExact(LLVMGetBufferSize(buffer))];
        var start = LLVMGetBufferStart(buffer);
        start.capacity(bytes.length).get(bytes);
        LLVMDisposeMemoryBuffer(buffer);
        return bytes;
    }

    private static String message(PointerPointer<BytePointer> holder) {
        var pointer = holder.get(BytePointer.class, 0);
        var text = pointer.getString().strip();
        LLVMDisposeMessage(pointer);
        return text;
    }

    private void step(String name) {
        long now = System.nanoTime();
        steps.add(new Outcome.Step(name, now - stepStart));
        stepStart = now;
    }

    private void stopOnError() throws Stop {
        if (messages.stream().anyMatch(Outcome.Message::error)) {
            throw new Stop();
        }
    }

    private Stop fail(String code, String text) {
        messages.add(new Outcome.Message(true, code, text, "", -1));
        return new Stop();
    }

    /** An error stands in the messages. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
